// Going back, changing answers, several children, two tabs, and drafts and pages gone stale.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follow } from './support/chromium.mjs'
import { audiences, begin, fillIn, goOn, readSent, send, walk, walkToCheck } from './support/journeys.mjs'
import { useSetting } from './support/setting.mjs'

const here = useSetting()

const pathOf = (page) => new URL(page.url()).pathname

// The answer beside a question on check your answers.
function answerTo(page, question) {
  const row = page.locator('.govuk-summary-list__row', { hasText: question })
  return row.locator('.govuk-summary-list__value').innerText()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`back in the middle shows the answers as they were given, ${how}`, async () => {
    const { page, close } = await here.visitor({ javaScriptEnabled })
    await begin(page, here.centre.publicSite, 'child')
    await walk(page, audiences.child, { until: '/about-you' })
    await follow(page, () => page.goBack())
    assert.equal(pathOf(page), '/report/child/what-happened')
    assert.equal(await page.inputValue('#what_happened'), audiences.child.what_happened)
    await follow(page, () => page.click('.govuk-back-link'))
    assert.equal(pathOf(page), '/report/child/you')
    assert.ok(await page.isChecked('[value=evidence_kept]'))
    await walk(page, audiences.child)
    await send(page)
    await readSent(page)
    await close()
  })

  test(`a change from check your answers leads back there, ${how}`, async () => {
    const { page, close } = await here.visitor({ javaScriptEnabled })
    await walkToCheck(page, here.centre.publicSite, 'parent')
    const question = await page.textContent('.govuk-summary-list__key:has-text("postcode")')
    assert.equal(await answerTo(page, question.trim()), 'LS1 1AA')
    const change = page.locator('.govuk-summary-list__row', { hasText: 'postcode' }).locator('a')
    await follow(page, () => change.click())
    await fillIn(page, { child_postcode: 'YO1 7HH' })
    await goOn(page)
    assert.equal(pathOf(page), '/report/parent/check')
    assert.equal(await answerTo(page, question.trim()), 'YO1 7HH')
    await close()
  })
}

test('a change that asks for more leads through it, and then back to the check', async () => {
  const { page, close } = await here.visitor()
  await walkToCheck(page, here.centre.publicSite, 'concerned_adult')
  const change = page.locator('.govuk-summary-list__row a[href*="/know-person"]')
  await follow(page, () => change.click())
  await page.check('[value=yes]')
  await goOn(page)
  assert.match(pathOf(page), /\/person-details\/1$/)
  await walk(page, { ...audiences.parent, ...audiences.concerned_adult, know_person: undefined })
  assert.match(await page.innerText('main'), /dragon_rider_77/)
  await close()
})

test('another child is added, changed and removed', async () => {
  const { page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'parent')
  await walk(page, audiences.parent, { until: '/children' })
  await page.check('[value=yes]')
  await goOn(page)
  assert.equal(pathOf(page), '/report/parent/child-details/2')
  assert.match(await page.innerText('main'), /Child 2/)
  assert.equal(await page.inputValue('#child_name'), '')
  await walk(page, { child_name: 'Ben', child_age: '9' }, { until: '/children' })
  const rows = page.locator('.app-item-list .govuk-summary-list__row')
  assert.match(await rows.nth(0).innerText(), /Alex/)
  assert.match(await rows.nth(1).innerText(), /Ben/)

  await follow(page, () => rows.nth(1).getByRole('link', { name: 'Change' }).click())
  assert.equal(await page.inputValue('#child_name'), 'Ben')
  await walk(page, { child_name: 'Benjamin' }, { until: '/children' })
  assert.match(await rows.nth(1).innerText(), /Benjamin/)

  await follow(page, () => rows.nth(0).getByRole('button', { name: 'Remove' }).click())
  assert.equal(pathOf(page), '/report/parent/children')
  assert.equal(await rows.count(), 1)
  assert.match(await rows.nth(0).innerText(), /Child 1\s+Benjamin/)
  await walk(page, audiences.parent)
  assert.match(await page.innerText('main'), /Benjamin/)
  assert.doesNotMatch(await page.innerText('main'), /Alex/)
  await close()
})

test('two tabs answer one report: what either saves is kept', async () => {
  const { context, page, close } = await here.visitor()
  await walkToCheck(page, here.centre.publicSite, 'parent')
  const tab = await context.newPage()
  await tab.goto(`${here.centre.publicSite}/report/parent/nation?change=1`)
  await page.goto(`${here.centre.publicSite}/report/parent/about-you?change=1`)
  await tab.check('[value=wales]')
  await page.fill('#reporter_name', 'Jo Miller')
  await Promise.all([goOn(page), goOn(tab)])
  await page.reload()
  assert.match(await page.innerText('main'), /Jo Miller/)
  assert.match(await page.innerText('main'), /Wales/)
  await close()
})

test('faults: a summary with links, the same words at the field, and answers kept', async () => {
  const { page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'child')
  await walk(page, audiences.child, { until: '/what-happened' })
  await page.fill('#wishes', 'Make it stop')
  assert.equal((await goOn(page)).status(), 422)
  assert.match(await page.title(), /^Error: /)
  const words = 'Enter what happened, even if it is only a few words'
  assert.equal((await page.innerText('.govuk-error-summary a')).trim(), words)
  assert.match(await page.textContent('#what_happened-error'), new RegExp(words))
  assert.equal(await page.inputValue('#wishes'), 'Make it stop')
  await close()
})

test('a page from a visit that has ended says so, and leads on', async () => {
  const { context, page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'child')
  await walk(page, audiences.child, { until: '/concerns' })
  await context.clearCookies()
  await fillIn(page, audiences.child)
  const response = await goOn(page)
  assert.equal(response.status(), 403)
  assert.equal(await page.textContent('h1'), 'We did not take that answer')
  await follow(page, () => page.click('main .govuk-button'))
  assert.equal(page.url(), `${here.centre.publicSite}/`)
  await close()
})

test('a page with a foreign token leads back to the report, and answers are kept', async () => {
  const { page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'child')
  await walk(page, audiences.child, { until: '/what-happened' })
  await fillIn(page, audiences.child)
  await page.$eval('[name=csrf]', (field) => { field.value = 'A'.repeat(43) })
  assert.equal((await goOn(page)).status(), 403)
  await follow(page, () => page.click('main .govuk-button'))
  assert.equal(pathOf(page), '/report/child/what-happened')
  await walk(page, audiences.child)
  await close()
})

test('a draft that is gone leads to a page with a way to start anew', async () => {
  const { context, page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'child')
  await walk(page, audiences.child, { until: '/what-happened' })
  const [cookie] = await context.cookies()
  // A key that no draft was ever sealed under.
  await context.addCookies([{ ...cookie, value: 'A'.repeat(cookie.value.length) }])
  assert.equal((await page.reload()).status(), 410)
  assert.equal(await page.textContent('h1'), 'Your answers are no longer here')
  await follow(page, () => page.click('main .govuk-button'))
  assert.equal(page.url(), `${here.centre.publicSite}/`)
  await close()
})
