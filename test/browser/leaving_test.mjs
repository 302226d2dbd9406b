// Leaving fast: whoever presses Back afterwards finds neither the page nor what was typed. With the
// memory of whole pages that browsers have, which automated ones switch off.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { follow } from './support/chromium.mjs'
import { audiences, begin, fillIn, goOn, readSent, send, walk, walkToCheck } from './support/journeys.mjs'
import { useSetting } from './support/setting.mjs'

const outside = 'https://www.bbc.co.uk/weather' // as content/en/site.toml has it
const typed = 'This is typed and not yet sent to the server'

const here = useSetting({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })

// A page with text that was saved before, and more that was typed just now.
async function withTypedText(page) {
  await begin(page, here.centre.publicSite, 'child')
  await walk(page, audiences.child, { until: '/what-happened' })
  await fillIn(page, audiences.child)
  await goOn(page)
  await follow(page, () => page.goBack())
  await page.fill('#wishes', typed)
  return [audiences.child.what_happened, typed]
}

async function withConfirmation(page) {
  await walkToCheck(page, here.centre.publicSite, 'concerned_adult')
  await send(page)
  const { reference, code } = await readSent(page)
  return [reference, code]
}

// A page that comes from memory is not loaded: it is there at once.
const goBack = (page) => page.goBack({ waitUntil: 'commit' })

const ways = {
  'the button': (page) => page.click('a.govuk-exit-this-page__button'),
  'the shift key, three times': async (page) => {
    for (let time = 0; time < 3; ++time) await page.keyboard.press('Shift')
  },
  'the second skip link': async (page) => {
    await page.focus('.govuk-js-exit-this-page-skiplink')
    await page.keyboard.press('Enter')
  }
}

// What Back, Back once more and the address itself show after somebody has left from `left`.
async function assertNothingRemains(page, left, secrets) {
  const assertShowsNothing = async (how) => {
    const shown = await page.evaluate(() => {
      const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value)
      return [document.body.innerText, ...fields].join('\n')
    })
    for (const secret of secrets) assert.ok(!shown.includes(secret), `${how} shows: ${secret}`)
    assert.notEqual(page.url(), left, how)
  }
  for (const how of ['back', 'back once more']) {
    await goBack(page)
    await page.waitForURL((url) => url.pathname === '/' || url.pathname === '/report/sent')
    await assertShowsNothing(how)
  }
}

describe('after leaving', () => {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts'
    for (const [way, leave] of Object.entries(ways)) {
      if (!javaScriptEnabled && way.includes('shift')) continue // the component's, by script
      test(`by ${way}, ${how}, typed and saved text is gone`, async () => {
        const { context, page, close } = await here.visitor({ outside, javaScriptEnabled })
        const secrets = await withTypedText(page)
        const left = page.url()
        const [cookie] = await context.cookies()
        await leave(page)
        await page.waitForURL(outside)
        assert.deepEqual(await context.cookies(), [])

        await assertNothingRemains(page, left, secrets)
        // Not even the cookie, had somebody copied it, opens the draft.
        await context.addCookies([cookie])
        const response = await page.goto(left)
        assert.equal(response.status(), 410)
        await page.goto(`${here.centre.publicSite}/report/child`)
        assert.equal(page.url(), `${here.centre.publicSite}/report/child/danger`)
        await close()
      })
    }

    test(`the confirmation is gone, ${how}`, async () => {
      const { context, page, close } = await here.visitor({ outside, javaScriptEnabled })
      const secrets = await withConfirmation(page)
      await ways['the button'](page)
      await page.waitForURL(outside)
      assert.deepEqual(await context.cookies(), [])
      await goBack(page)
      await page.waitForURL(/\/report\/sent$/)
      const shown = await page.innerText('body')
      for (const secret of secrets) assert.ok(!shown.includes(secret), secret)
      await close()
    })
  }
})

// What makes the tests above mean something.
describe('otherwise', () => {
  test('this browser does bring pages back from memory', async () => {
    const { page, close } = await here.visitor({ outside })
    await page.goto(outside)
    await page.evaluate(() => {
      window.addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'from memory' : 'anew'
      })
    })
    await page.goto(`${here.centre.publicSite}/`)
    await goBack(page)
    await page.waitForFunction(() => document.title === 'from memory')
    await close()
  })

  test('without scripts, another way out and back shows even what was only typed', async () => {
    const { page, close } = await here.visitor({ outside, javaScriptEnabled: false })
    const [, typed] = await withTypedText(page)
    await page.goto(outside)
    await goBack(page)
    await page.waitForSelector('#wishes')
    assert.equal(await page.inputValue('#wishes'), typed)
    await close()
  })

  test('another way out and back shows the answers that were saved', async () => {
    const { page, close } = await here.visitor({ outside })
    await withTypedText(page)
    await page.goto(outside)
    await goBack(page)
    await page.waitForSelector('#what_happened')
    assert.equal(await page.inputValue('#what_happened'), audiences.child.what_happened)
    await close()
  })
})
