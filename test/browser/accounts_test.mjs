// A new centre's first days: the administrator invites, somebody makes their account, the duty lead
// gives access to reports. Every page on the way is held to the rules of all pages.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible, assertGood } from './support/accessible.mjs'
import { codeAt } from './support/centre.mjs'
import { follow } from './support/chromium.mjs'
import { useSetting } from './support/setting.mjs'
import { signIn } from './support/workbench.mjs'

const here = useSetting()

const press = (page, name) => follow(page, () => page.getByRole('button', { name }).click())

test('invited, made, given access, signed in', async () => {
  const administrator = await here.visitor({ screen: 'desktop' })
  const { page: office } = administrator
  await assertGood(office, await signIn(office, here.centre, 'administrator'))
  await assertGood(office, await follow(office, () => office.click('text="Accounts"')))
  const unnamed = await press(office, 'Invite')
  assert.equal(unnamed.status(), 400)
  await assertGood(office, unnamed)
  await office.fill('#name', 'sam.hill')
  await office.check('[value=advisor]')
  await assertGood(office, await press(office, 'Invite'))
  const invitation = await office.innerText('.govuk-summary-list strong')
  assert.equal(invitation.split(' ').length, 7)
  await assertGood(office, await office.goto(`${here.centre.workbench}/accounts`))
  await administrator.close()

  // On their own device, a phone.
  const somebody = await here.visitor()
  const { page } = somebody
  await assertGood(page, await page.goto(`${here.centre.workbench}/activate`))
  await page.fill('#invitation', 'seven words that nobody ever gave me')
  const unknown = await press(page, 'Continue')
  assert.equal(unknown.status(), 400)
  await assertGood(page, unknown)
  await page.fill('#invitation', invitation)
  await assertGood(page, await press(page, 'Continue'))

  const passphrase = 'plum lantern over quiet hills'
  await page.fill('#passphrase', 'too short')
  const weak = await press(page, 'Make my account')
  assert.equal(weak.status(), 400)
  await assertGood(page, weak)
  const app = await page.getAttribute('a[href^="otpauth:"]', 'href')
  await page.fill('#passphrase', passphrase)
  await page.fill('#repeat', passphrase)
  await page.fill('#code', codeAt(app, Date.now()))
  await press(page, 'Make my account')
  assert.match(await page.innerText('main'), /Your account is ready/)
  assert.ok((await somebody.context.cookies()).every(({ name }) => name === '__Host-session'))

  const lead = await here.visitor({ screen: 'desktop' })
  await assertGood(lead.page, await signIn(lead.page, here.centre, 'duty-lead'))
  assert.match(await lead.page.innerText('main'), /No open cases/)
  await assertGood(lead.page, await follow(lead.page, () => lead.page.click('text="Accounts"')))
  await press(lead.page, /Give access to reports.*sam.hill/)
  assert.match(await lead.page.innerText('main'), /The account has access to reports/)
  await assertAccessible(lead.page)
  await lead.close()

  // The app's next code: the last one has been used.
  const code = codeAt(app, Date.now() + 30_000)
  await assertGood(page, await signIn(page, here.centre, 'sam.hill', { passphrase, code }))
  assert.match(await page.innerText('main'), /No open cases/)
  await somebody.close()
})
