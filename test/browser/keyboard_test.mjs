// A whole report with the keyboard alone, seeing where one is all along.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follow } from './support/chromium.mjs'
import { assertSent, audiences, begin, goOn, readSent, walk } from './support/journeys.mjs'
import { useSetting } from './support/setting.mjs'

const here = useSetting()

const mostSteps = 80

// Where the focus is, and whether one can see it: radios and checkboxes show it on the box beside.
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement
    const shows = ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
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

const isOn = (page, selector) =>
  page.evaluate((selector) => document.activeElement.matches(selector), selector)

// Tabs on until the focus is on what `selector` finds.
async function tabTo(page, selector) {
  for (let step = 0; step < mostSteps; ++step) {
    await page.keyboard.press('Tab')
    const focus = await focused(page)
    if (focus.isBody) continue
    assert.ok(focus.isVisible, `one cannot see the focus on ${focus.markup}`)
    if (await isOn(page, selector)) return
  }
  assert.fail(`${selector} is not reached on ${page.url()}`)
}

const press = (page, key) => follow(page, () => page.keyboard.press(key))
const button = 'main .govuk-button'

test('a child’s report by Tab, Space, arrows and Enter', async () => {
  const { page, close } = await here.visitor()
  await page.goto(`${here.centre.publicSite}/`)
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
  const { page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'child')
  const fields = { '/concerns': '[name=concerns]', '/what-happened': '#what_happened' }
  for (const [until, field] of Object.entries(fields)) {
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
  const { page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'child')
  await page.keyboard.press('Tab')
  assert.equal((await focused(page)).text, 'Skip to main content')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'main-content')
  await begin(page, here.centre.publicSite, 'parent')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const { text, isVisible } = await focused(page)
  assert.equal(text, 'Exit this page quickly')
  assert.ok(isVisible)
  await close()
})
