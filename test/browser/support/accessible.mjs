// What every page must be, whatever is on it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { root } from './centre.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const validator = new HtmlValidate(new FileSystemConfigLoader())

// Nobody has to scroll sideways; on a phone, not on the smallest there is either.
export async function assertFits(page) {
  const screen = page.viewportSize()
  await assertFitsWidth(page)
  if (screen.width > 400) return
  await page.setViewportSize({ ...screen, width: 320 })
  await assertFitsWidth(page)
  await page.setViewportSize(screen)
}

async function assertFitsWidth(page) {
  const { wide, window, culprits } = await page.evaluate(() => {
    const window = document.documentElement.clientWidth
    const culprits = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > window + 0.5)
      .map((element) => element.outerHTML.slice(0, 120))
    return { wide: document.documentElement.scrollWidth, window, culprits }
  })
  assert.ok(wide <= window, `${page.url()} is ${wide} wide on ${window}: ${culprits.join('\n')}`)
}

// Leaving fast is one click away, whatever the page.
export async function assertWayOut(page) {
  const exit = page.locator('a.govuk-exit-this-page__button')
  assert.equal(await exit.getAttribute('href'), '/exit', page.url())
  assert.ok(await exit.isVisible(), page.url())
}

// No rule of axe is broken. `region` is left out: links back stand before main on purpose.
export async function assertAccessible(page) {
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const results = await window.axe.run({ rules: { region: { enabled: false } } })
    return results.violations.map(({ id, help, nodes }) => {
      return { id, help, nodes: nodes.map(({ html }) => html) }
    })
  })
  assert.deepEqual(violations, [], page.url())
}

// The markup as the server wrote it.
export async function assertCleanMarkup(response) {
  const report = await validator.validateString(await response.text(), `${root}page.html`)
  const faults = report.results
    .flatMap(({ messages }) => messages)
    .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`)
  assert.deepEqual(faults, [], response.url())
}

// All that holds for every page of both sites; `response` is how the open page was answered.
export async function assertGood(page, response) {
  await assertCleanMarkup(response)
  await assertAccessible(page)
  await assertFits(page)
}
