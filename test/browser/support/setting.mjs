// A centre and a browser for all tests of a file.
import { after, before } from 'node:test'
import { Centre } from './centre.mjs'
import { launch, visitor } from './chromium.mjs'

// What it returns is filled before the first test. `makeCentre` is Centre.founded or Centre.demo.
export function useSetting({ makeCentre = Centre.founded, ...launchOptions } = {}) {
  let browser
  const here = { visitor: (options) => visitor(browser, options) }
  before(async () => {
    here.centre = await makeCentre()
    browser = await launch(launchOptions)
  })
  after(async () => {
    await browser?.close()
    await here.centre?.stop()
  })
  return here
}
