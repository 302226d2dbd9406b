// What a browser is told and asks for: our own origin only, no script but ours, nothing kept, little
// sent.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Centre } from './support/centre.mjs'
import { launch, visitor } from './support/chromium.mjs'
import { audiences, begin, walk } from './support/journeys.mjs'

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

// 'a b; c' as { a: ['b'], c: [] }.
function policyOf(response) {
  const parts = response.headers()['content-security-policy'].split(';')
  return Object.fromEntries(parts.map((part) => part.trim().split(/\s+/)).map(([name, ...rest]) => [name, rest]))
}

const shared = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"]
}

function assertContains(policy, expected) {
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(policy[name], value, name)
}

test('every page says what it may load, and is kept nowhere', async () => {
  const { page, close } = await visitor(browser)
  const pages = [
    [centre.publicSite, '/report/child'],
    [centre.publicSite, '/report/sent'],
    [centre.publicSite, '/nothing'],
    [centre.workbench, '/sign-in'],
    [centre.workbench, '/nothing']
  ]
  for (const [site, address] of pages) {
    const response = await page.goto(site + address)
    const headers = response.headers()
    const policy = policyOf(response)
    assertContains(policy, shared)
    assert.ok(policy['form-action'].includes("'self'"), address)
    assert.equal(headers['cache-control'], 'no-store', address)
    assert.equal(headers['x-content-type-options'], 'nosniff', address)
    assert.equal(headers['referrer-policy'], 'no-referrer', address)
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', address)
    if (site === centre.publicSite) {
      assertContains(policy, { 'require-trusted-types-for': ["'script'"] })
    }
  }
  await close()
})

test('a page neither runs inline script nor makes markup of strings', async () => {
  const { page, close } = await visitor(browser)
  await page.goto(`${centre.publicSite}/`)
  const refused = await page.evaluate(async () => {
    const told = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => told.push(effectiveDirective))
    const script = document.createElement('script')
    let thrown = ''
    try {
      script.textContent = 'window.ran = true'
    } catch (error) {
      thrown = error.name
    }
    document.body.append(script)
    let markup = ''
    try {
      document.body.innerHTML = '<p>made of a string</p>'
    } catch (error) {
      markup = error.name
    }
    return { thrown, markup, ran: window.ran ?? false }
  })
  assert.deepEqual(refused, { thrown: 'TypeError', markup: 'TypeError', ran: false })
  // What was refused here was reported on the console: that is not a fault of the page.
  await assert.rejects(close(), /requires 'TrustedHTML' assignment/)
})

test('the cookie is for this host, for the server alone, and for no other site', async () => {
  const { context, page, close } = await visitor(browser)
  await begin(page, centre.publicSite, 'child')
  const [cookie, ...others] = await context.cookies()
  assert.deepEqual(others, [])
  assert.equal(cookie.name, '__Host-report')
  assert.ok(cookie.httpOnly && cookie.secure)
  assert.match(cookie.sameSite, /^(Strict|Lax)$/)
  assert.equal(cookie.path, '/')
  const stored = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])
  assert.deepEqual(stored, ['', 0, 0])
  await close()
})

test('no address and no title holds an answer', async () => {
  const { page, close } = await visitor(browser)
  await begin(page, centre.publicSite, 'parent')
  const answers = ['Alex', 'LS1', 'dragon_rider', 'Hill Road', 'jo@example.com', 'Carter']
  await walk(page, audiences.parent, {
    onPage: async () => {
      const told = `${page.url()} ${await page.title()}`
      for (const answer of answers) assert.ok(!told.includes(answer), told)
    }
  })
  await close()
})

test('a first visit is 20 kB over the wire or less, everything from us', async () => {
  const { context, page, close } = await visitor(browser)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const bytes = {}
  session.on('Network.responseReceived', ({ requestId, response }) => {
    bytes[requestId] = 0
    const encoding = response.headers['Content-Encoding']
    assert.equal(encoding, 'br', response.url)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[requestId] = encodedDataLength
  })
  await page.goto(`${centre.publicSite}/`, { waitUntil: 'networkidle' })
  const sizes = Object.values(bytes)
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(sizes.length >= 3 && sizes.every((size) => size > 0), JSON.stringify(bytes))
  assert.ok(whole <= 20_000, `${whole} bytes`)
  await close()
})

test('what does not change is asked for once', async () => {
  const { context, page, close } = await visitor(browser)
  await page.goto(`${centre.publicSite}/`, { waitUntil: 'networkidle' })
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const asked = {}
  const fromCache = new Set()
  session.on('Network.requestServedFromCache', ({ requestId }) => fromCache.add(requestId))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) fromCache.add(requestId)
    if (response.url.includes('/assets/')) asked[requestId] = response.url
  })
  await page.goto(`${centre.publicSite}/report/child`)
  assert.ok(Object.keys(asked).length >= 2)
  const anew = Object.keys(asked).filter((requestId) => !fromCache.has(requestId))
  assert.deepEqual(anew.map((requestId) => asked[requestId]), [])
  await close()
})
