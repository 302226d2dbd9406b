// Each audience from the start page to a reference: on phones and large screens, with scripts and
// without.
import { after, before, describe, test } from 'node:test'
import { assertFits, assertWayOut } from './support/accessible.mjs'
import { Centre } from './support/centre.mjs'
import { launch, screens, visitor } from './support/chromium.mjs'
import { assertSent, audiences, readSent, send, walkToCheck } from './support/journeys.mjs'

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

async function look(page) {
  await assertFits(page)
  await assertWayOut(page)
}

for (const audience of Object.keys(audiences)) {
  describe(audience, () => {
    for (const screen of Object.keys(screens)) {
      for (const javaScriptEnabled of [true, false]) {
        test(`${screen}, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
          const { page, close } = await visitor(browser, { screen, javaScriptEnabled })
          await page.goto(`${centre.publicSite}/`)
          await look(page)
          await walkToCheck(page, centre.publicSite, audience, { onPage: look })
          await send(page)
          await look(page)
          assertSent(await readSent(page))
          await close()
        })
      }
    }
  })
}
