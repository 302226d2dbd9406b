// Makes the pictures of docs/: what a child and an advisor see, from the demo data. See
// script/screenshots.
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Centre } from './support/centre.mjs'
import { launch, screens, visitor } from './support/chromium.mjs'
import { audiences, begin, send, walk } from './support/journeys.mjs'
import { queueOf, signIn } from './support/workbench.mjs'

const mostBytes = 120_000
const folder = process.argv[2]

async function picture(page, name, options) {
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', ...options })
  const { size } = await stat(path)
  if (size > mostBytes) throw new Error(`${path} has ${size} bytes, more than ${mostBytes}`)
  console.log(`${path}: ${Math.round(size / 1000)} kB`)
}

// More than a phone shows at once, less than the page.
const tall = { fullPage: true, clip: { x: 0, y: 0, width: screens.phone.width, height: 1200 } }

// A screen's width, and as much of its height as a README has room for.
const wide = { clip: { x: 0, y: 0, width: screens.desktop.width, height: 560 } }

async function childOnAPhone(browser, centre) {
  const { page, close } = await visitor(browser)
  await page.goto(`${centre.publicSite}/`)
  await picture(page, 'start-phone')
  await begin(page, centre.publicSite, 'child')
  await picture(page, 'report-phone')
  await walk(page, audiences.child, { until: '/concerns' })
  await picture(page, 'question-phone')
  await walk(page, audiences.child)
  await picture(page, 'check-phone', tall)
  await send(page)
  await picture(page, 'sent-phone', tall)
  await close()
}

async function advisorAtADesk(browser, centre) {
  const { page, close } = await visitor(browser, { screen: 'desktop' })
  await signIn(page, centre, 'amira')
  await picture(page, 'queue', wide)
  const [{ reference }] = await queueOf(page)
  await page.goto(`${centre.workbench}/case/${reference}`)
  await picture(page, 'case')
  await close()
}

const centre = await Centre.demo()
const browser = await launch()
try {
  await mkdir(folder, { recursive: true })
  await childOnAPhone(browser, centre)
  await advisorAtADesk(browser, centre)
} finally {
  await browser.close()
  await centre.stop()
}
