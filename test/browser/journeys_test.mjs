// Each audience from the start page to a reference: on phones and large screens, with scripts and
// without.
import { describe, test } from 'node:test'
import { assertFits, assertWayOut } from './support/accessible.mjs'
import { screens } from './support/chromium.mjs'
import { assertSent, audiences, readSent, send, walkToCheck } from './support/journeys.mjs'
import { useSetting } from './support/setting.mjs'

const here = useSetting()

async function look(page) {
  await assertFits(page)
  await assertWayOut(page)
}

for (const audience of Object.keys(audiences)) {
  describe(audience, () => {
    for (const screen of Object.keys(screens)) {
      for (const javaScriptEnabled of [true, false]) {
        test(`${screen}, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
          const { page, close } = await here.visitor({ screen, javaScriptEnabled })
          await page.goto(`${here.centre.publicSite}/`)
          await look(page)
          await walkToCheck(page, here.centre.publicSite, audience, { onPage: look })
          await send(page)
          await look(page)
          assertSent(await readSent(page))
          await close()
        })
      }
    }
  })
}
