// Other ways of seeing: forced colours, less motion, four times as large, text twice as large.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible, assertFits, assertWayOut } from './support/accessible.mjs'
import { assertSent, audiences, begin, readSent, send, walk, walkToCheck } from './support/journeys.mjs'
import { useSetting } from './support/setting.mjs'

const here = useSetting()

test('forced colours: buttons, boxes and the chosen answer keep their edges', async () => {
  const { page, close } = await here.visitor({ forcedColors: 'active' })
  await begin(page, here.centre.publicSite, 'child')
  await page.check('[value=no]')
  const edges = await page.evaluate(() => {
    const edge = (selector, part) => {
      const style = getComputedStyle(document.querySelector(selector), part)
      return style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0
    }
    return {
      button: edge('main .govuk-button'),
      exit: edge('.govuk-exit-this-page__button'),
      box: edge('[value=no] + label', '::before'),
      chosen: edge('[value=no] + label', '::after')
    }
  })
  assert.deepEqual(edges, { button: true, exit: true, box: true, chosen: true })
  await assertAccessible(page)
  await close()
})

test('less motion: nothing moves', async () => {
  const { page, close } = await here.visitor({ reducedMotion: 'reduce' })
  await walkToCheck(page, here.centre.publicSite, 'concerned_adult', {
    onPage: async () => {
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { animationName, transitionDuration } = getComputedStyle(element)
            return animationName !== 'none' || parseFloat(transitionDuration) > 0
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 80))
      )
      assert.deepEqual(moving, [])
      assert.deepEqual(await page.evaluate(() => document.getAnimations().length), 0)
    }
  })
  await close()
})

// A window of 1280 by 1024 at 400 % has room for this much.
test('four times as large: one column, nothing cut off, a whole report', async () => {
  const { page, close } = await here.visitor({
    viewport: { width: 320, height: 256 },
    deviceScaleFactor: 4
  })
  const onPage = async () => {
    await assertFits(page)
    await assertWayOut(page)
  }
  await walkToCheck(page, here.centre.publicSite, 'concerned_adult', { onPage })
  await send(page)
  assertSent(await readSent(page))
  await onPage()
  await close()
})

test('text twice as large, as set in the browser, fits a phone', async () => {
  const { page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'parent')
  const onPage = async () => {
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
    await assertFits(page)
  }
  await walk(page, audiences.parent, { onPage })
  await close()
})
