// What a browser is told and asks for: our own origin only, no script but ours, nothing kept,
// little sent.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { audiences, begin, walk } from './support/journeys.mjs'
import { useSetting } from './support/setting.mjs'

const here = useSetting()

// 'a b; c' as { a: ['b'], c: [] }.
function policyOf(response) {
  const parts = response.headers()['content-security-policy'].split(';')
  return Object.fromEntries(
    parts.map((part) => part.trim().split(/\s+/)).map(([name, ...values]) => [name, values])
  )
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
  const { page, close } = await here.visitor()
  const pages = [
    [here.centre.publicSite, '/report/child'],
    [here.centre.publicSite, '/report/sent'],
    [here.centre.publicSite, '/nothing'],
    [here.centre.workbench, '/sign-in'],
    [here.centre.workbench, '/nothing']
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
    if (site === here.centre.publicSite) {
      assertContains(policy, { 'require-trusted-types-for': ["'script'"] })
    }
  }
  await close()
})

test('a page neither runs inline script nor makes markup of strings', async () => {
  const { page, close } = await here.visitor()
  await page.goto(`${here.centre.publicSite}/`)
  const refused = await page.evaluate(async () => {
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
  const { context, page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'child')
  const [cookie, ...others] = await context.cookies()
  assert.deepEqual(others, [])
  assert.equal(cookie.name, '__Host-report')
  assert.ok(cookie.httpOnly && cookie.secure)
  assert.match(cookie.sameSite, /^(Strict|Lax)$/)
  assert.equal(cookie.path, '/')
  assert.equal(await page.evaluate(() => document.cookie), '')
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0)
  await close()
})

test('no address and no title holds an answer', async () => {
  const { page, close } = await here.visitor()
  await begin(page, here.centre.publicSite, 'parent')
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
  const { context, page, close } = await here.visitor()
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
  await page.goto(`${here.centre.publicSite}/`, { waitUntil: 'networkidle' })
  const sizes = Object.values(bytes)
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  assert.ok(sizes.length >= 3 && sizes.every((size) => size > 0), JSON.stringify(bytes))
  assert.ok(whole <= 20_000, `${whole} bytes`)
  await close()
})

test('what does not change is asked for once', async () => {
  const { context, page, close } = await here.visitor()
  await page.goto(`${here.centre.publicSite}/`, { waitUntil: 'networkidle' })
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const asked = {}
  const fromCache = new Set()
  session.on('Network.requestServedFromCache', ({ requestId }) => fromCache.add(requestId))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) fromCache.add(requestId)
    if (response.url.includes('/assets/')) asked[requestId] = response.url
  })
  await page.goto(`${here.centre.publicSite}/report/child`)
  assert.ok(Object.keys(asked).length >= 2)
  const anew = Object.keys(asked).filter((requestId) => !fromCache.has(requestId))
  assert.deepEqual(anew.map((requestId) => asked[requestId]), [])
  await close()
})
