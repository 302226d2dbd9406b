// The workbench on invented cases: signing in, the queue, a case, and that nothing of it stays
// behind.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible, assertGood } from './support/accessible.mjs'
import { Centre } from './support/centre.mjs'
import { follow } from './support/chromium.mjs'
import { readSent, send, walkToCheck } from './support/journeys.mjs'
import { useSetting } from './support/setting.mjs'
import { queueOf, signIn } from './support/workbench.mjs'

const here = useSetting({
  makeCentre: Centre.demo,
  ignoreDefaultArgs: ['--disable-back-forward-cache']
})

const pathOf = (page) => new URL(page.url()).pathname

test('signing in: what is missing or wrong is said, and nothing is given away', async () => {
  const { page, close } = await here.visitor({ screen: 'desktop' })
  await page.goto(`${here.centre.workbench}/`)
  assert.equal(pathOf(page), '/sign-in')
  await assertGood(page, await page.reload())

  const empty = await signIn(page, here.centre, '', { passphrase: '', code: '' })
  assert.equal(empty.status(), 400)
  assert.equal(await page.locator('.govuk-error-summary a').count(), 3)
  await assertGood(page, empty)

  const refusals = []
  for (const [name, wrong] of [
    ['amira', { passphrase: 'not the passphrase', code: '000000' }],
    ['nobody', { passphrase: 'not the passphrase', code: '000000' }]
  ]) {
    const response = await signIn(page, here.centre, name, wrong)
    assert.equal(response.status(), 403)
    assert.equal(await page.inputValue('#passphrase'), '')
    refusals.push(await page.innerText('.govuk-error-summary'))
  }
  assert.equal(refusals[0], refusals[1])
  await assertAccessible(page)
  await close()
})

test('the queue: the worst first, then what is due first, on every page', async () => {
  const { page, close } = await here.visitor({ screen: 'desktop' })
  const response = await signIn(page, here.centre, 'amira')
  await assertGood(page, response)
  const rows = await queueOf(page)
  await follow(page, () => page.click('text="Next page"'))
  await assertGood(page, await page.reload())
  rows.push(...(await queueOf(page)))

  assert.ok(rows.length > 50, String(rows.length))
  assert.equal(new Set(rows.map(({ reference }) => reference)).size, rows.length)
  const worstFirst = [...rows].sort(
    (one, other) => one.priority.localeCompare(other.priority) || one.answerBy - other.answerBy
  )
  assert.deepEqual(rows, worstFirst)
  await close()
})

test('a child’s report comes to the queue, is read as it was given, and taken on', async () => {
  const child = await here.visitor()
  const markup = '<img src=x onerror=alert(1)><b>bold</b>'
  const answers = { what_happened: `A man in a game sends me gifts.\n${markup}` }
  await walkToCheck(child.page, here.centre.publicSite, 'child', { answers })
  await send(child.page)
  const { reference } = await readSent(child.page)
  await child.close()

  const { page, close } = await here.visitor({ screen: 'desktop' })
  await signIn(page, here.centre, 'tomasz')
  const row = (await queueOf(page)).find((row) => row.reference === reference)
  assert.match(row.text, /New/)
  assert.match(row.text, /A man in a game sends me gifts/)
  await assertGood(page, await follow(page, () => page.click(`text="${reference}"`)))
  const told = await page.innerText('main')
  for (const answer of ['dragon_rider_77', markup, 'Why this priority']) {
    assert.ok(told.includes(answer), answer)
  }

  // Somebody else has the same case open.
  const other = await here.visitor({ screen: 'desktop' })
  await signIn(other.page, here.centre, 'sian')
  await other.page.goto(page.url())

  await follow(page, () => page.dblclick('text="Take this case on"'))
  assert.match(await page.innerText('main'), /With\s+tomasz/)
  await assertGood(page, await page.reload())
  await follow(other.page, () => other.page.click('text="Take this case on"'))
  assert.match(await other.page.innerText('main'), /With\s+tomasz/)
  assert.match(await other.page.innerText('.govuk-notification-banner'), /changed|already/)
  await assertAccessible(other.page)
  await other.close()

  await page.goto(`${here.centre.workbench}/`)
  const taken = (await queueOf(page)).find((row) => row.reference === reference)
  assert.match(taken.text, /tomasz/)
  await close()
})

test('after signing out, Back shows no case', async () => {
  const { context, page, close } = await here.visitor({ screen: 'desktop' })
  await signIn(page, here.centre, 'dylan')
  const [{ reference }] = await queueOf(page)
  await follow(page, () => page.click(`text="${reference}"`))
  await follow(page, () => page.click('text="Sign out"'))
  assert.equal(pathOf(page), '/sign-in')
  assert.match(await page.innerText('main'), /You have signed out/)
  await assertAccessible(page)
  for (let back = 0; back < 2; ++back) {
    await page.goBack({ waitUntil: 'commit' })
    await page.waitForURL(/\/sign-in/)
    assert.doesNotMatch(await page.innerText('body'), new RegExp(reference))
  }
  const tab = await context.newPage()
  await tab.goto(`${here.centre.workbench}/case/${reference}`)
  assert.equal(pathOf(tab), '/sign-in')
  await close()
})

test('who reads no reports sees none, and is told why', async () => {
  const { page, close } = await here.visitor({ screen: 'desktop' })
  const response = await signIn(page, here.centre, 'owen')
  assert.deepEqual(await queueOf(page), [])
  assert.match(await page.innerText('main'), /Your role reads no reports/)
  await assertGood(page, response)
  await close()
})

test('on a phone: the queue and a case fit, and pages for what is not there', async () => {
  const { page, close } = await here.visitor()
  await assertGood(page, await signIn(page, here.centre, 'grace'))
  const [{ reference }] = await queueOf(page)
  await assertGood(page, await follow(page, () => page.click(`text="${reference}"`)))
  for (const [address, status] of [
    ['/case/AAAAA-AAAAA', 404],
    ['/nothing', 404],
    ['/sign-out', 405]
  ]) {
    const response = await page.goto(here.centre.workbench + address)
    assert.equal(response.status(), status, address)
    await assertGood(page, response)
  }
  await page.goto(`${here.centre.workbench}/`)
  await page.$eval('[name=csrf]', (field) => { field.value = 'somebody else' })
  const foreign = await follow(page, () => page.click('text="Sign out"'))
  assert.equal(foreign.status(), 403)
  await assertGood(page, foreign)
  await close()
})
