import { expect, test } from '../fixtures';
import { appUrl } from '../support/addresses';
import { checkAccessibility } from '../support/check-accessibility';

const ask = (token: string) =>
  fetch(`${appUrl}/api/v1/dataflows`, { headers: { authorization: `Bearer ${token}` } });

test('an owner makes a token that opens the API, sees its use, and ends it', async ({ signedIn: page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Your account: / }).click();
  await page.getByRole('link', { name: 'API tokens' }).click();
  await expect(page.getByRole('heading', { name: 'API tokens', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'New token' }).click();

  await page.getByRole('button', { name: 'Make the token' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(page.getByText('Give it a name that says who uses it.')).toBeVisible();
  const name = `Nightly ${Date.now()}`;
  await page.keyboard.type(name);
  await page.getByRole('button', { name: /Role$/ }).click();
  await page.getByRole('option', { name: /^Viewer/ }).click();
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Make the token' }).click();

  const shown = page.getByRole('alertdialog', { name: `Copy the token “${name}”` });
  const token = (await shown.getByText(/^trib_/).textContent()) ?? '';
  await checkAccessibility(page);
  await shown.getByRole('button', { name: 'I have copied it' }).click();
  await expect(shown).toBeHidden();
  await expect(page.getByRole('button', { name: 'New token' })).toBeFocused();
  expect(await page.content()).not.toContain(token);

  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText(`trib_…${token.slice(-4)}`);
  await expect(row).toContainText('Never');
  expect((await ask(token)).status).toBe(200);
  await page.reload();
  await expect(row).toContainText(/seconds? ago|just now/i);
  await checkAccessibility(page);

  await row.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('button', { name: 'Revoke the token' }).click();
  await expect(row).toContainText('Revoked');
  expect((await ask(token)).status).toBe(401);
});
