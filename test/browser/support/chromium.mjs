// Chromium as visitors and advisors have it, and a watch on what it complains of.
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'

const launchArguments = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever a page asks for, nothing leaves this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
]

export const screens = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 800 }
}

export function launch(options = {}) {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: launchArguments,
    ...options
  })
}

// One person at one device. `close()` fails when any of their pages complained on its console or
// asked another host than ours for anything but the page at `outside`.
export async function visitor(browser, { screen = 'phone', outside, ...options } = {}) {
  const context = await browser.newContext({
    viewport: screens[screen],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options
  })
  context.setDefaultTimeout(20_000)
  const faults = []
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const told = message.text()
    // Chromium reports every page that is not a success; what such a page shows is tested.
    const isPage = message.location().url === message.page()?.url()
    if (!isPage || !told.startsWith('Failed to load resource')) faults.push(`console: ${told}`)
  })
  context.on('weberror', (error) => faults.push(`script: ${error.error()}`))
  context.on('request', (request) => {
    const { hostname } = new URL(request.url())
    if (hostname !== '127.0.0.1' && request.url() !== outside) {
      faults.push(`another host: ${request.url()}`)
    }
  })
  const page = await context.newPage()
  if (outside) await standInFor(outside, page)
  return {
    context,
    page,
    async close() {
      await context.close()
      assert.deepEqual(faults, [])
    }
  }
}

// Answers for a page elsewhere, also when our own server leads there.
async function standInFor(address, page) {
  const session = await page.context().newCDPSession(page)
  session.on('Fetch.requestPaused', ({ requestId }) =>
    session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'Content-Type', value: 'text/html' }],
      body: Buffer.from('<link rel=icon href=data:,><title>Elsewhere</title>').toString('base64')
    })
  )
  await session.send('Fetch.enable', { patterns: [{ urlPattern: address }] })
}

// Does what leads to another page, or to this one anew, and gives its answer once it is there.
export async function follow(page, act) {
  const [response] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), act()])
  return response
}
