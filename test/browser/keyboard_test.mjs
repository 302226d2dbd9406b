// A whole report with the keyboard alone, seeing where one is all along.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Centre } from './support/centre.mjs'
import { follow, launch, visitor } from './support/chromium.mjs'
import { assertSent, audiences, begin, goOn, readSent, walk } from './support/journeys.mjs'

let centre
let browser

before(async () => {
  centre = await Centre.founded()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  await centre?.stop()
})

const mostSteps = 80

// Where the focus is, and whether one can see it: radios and checkboxes show it on the box beside.
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement
    const shows = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
    const box = element.matches('[type=radio], [type=checkbox]')
      ? getComputedStyle(element.nextElementSibling, '::before')
      : getComputedStyle(element)
    return {
      isBody: element === document.body,
      isVisible: shows(box),
      text: (element.labels?.[0] ?? element).innerText?.trim() ?? '',
      markup: element.outerHTML.slice(0, 160)
    }
  })
}

// Tabs on until the focus is on what `selector` finds.
async function tabTo(page, selector) {
  for (let step = 0; step < mostSteps; ++step) {
    await page.keyboard.press('Tab')
    const focus = await focused(page)
    if (focus.isBody) continue
    assert.ok(focus.isVisible, `one cannot see the focus on ${focus.markup}`)
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return
  }
  assert.fail(`${selector} is not reached on ${page.url()}`)
}

const press = (page, key) => follow(page, () => page.keyboard.press(key))
const button = 'main .govuk-button'

test('a child’s report by Tab, Space, arrows and Enter', async () => {
  const { page, close } = await visitor(browser)
  await page.goto(`${centre.publicSite}/`)
  await tabTo(page, 'a[href="/report/child"]')
  await press(page, 'Enter')

  // Radios are one stop; arrows choose.
  await tabTo(page, '[name=danger]')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  assert.ok(await page.isChecked('[name=danger][value=no]'))
  await tabTo(page, button)
  await press(page, 'Enter')

  for (const [page_id, chosen] of Object.entries({
    concerns: '[value=grooming]',
    now: '[value=none]',
    pictures: '[value=none]',
    person: '[value=not_known]',
    you: '[value=none]'
  })) {
    assert.match(page.url(), new RegExp(`/${page_id}$`))
    await tabTo(page, chosen)
    await page.keyboard.press('Space')
    assert.ok(await page.isChecked(chosen))
    await tabTo(page, button)
    await press(page, page_id === 'now' ? 'Space' : 'Enter')
  }

  await tabTo(page, '#what_happened')
  await page.keyboard.type('Someone in a game asks me things.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It feels wrong.')
  await tabTo(page, button)
  await press(page, 'Enter')
  await tabTo(page, '#age')
  await page.keyboard.type('11')
  // Enter in a field goes on.
  await press(page, 'Enter')
  await tabTo(page, '[value=return_code]')
  await page.keyboard.press('Space')
  await tabTo(page, button)
  await press(page, 'Enter')

  assert.match(page.url(), /\/check$/)
  await tabTo(page, button)
  await press(page, 'Enter')
  assertSent(await readSent(page))
  await close()
})

test('the summary of faults has the focus, and its link leads into the field', async () => {
  const { page, close } = await visitor(browser)
  await begin(page, centre.publicSite, 'child')
  for (const [until, field] of [['/concerns', '[name=concerns]'], ['/what-happened', '#what_happened']]) {
    await walk(page, audiences.child, { until })
    await goOn(page)
    await page.waitForFunction(() => document.activeElement.matches('.govuk-error-summary'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForFunction((selector) => document.activeElement.matches(selector), field)
  }
  await close()
})

test('the skip links are first, and lead to the content and away', async () => {
  const { page, close } = await visitor(browser)
  await begin(page, centre.publicSite, 'child')
  await page.keyboard.press('Tab')
  assert.equal((await focused(page)).text, 'Skip to main content')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'main-content')
  await begin(page, centre.publicSite, 'parent')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const { text, isVisible } = await focused(page)
  assert.equal(text, 'Exit this page quickly')
  assert.ok(isVisible)
  await close()
})
