import { test } from '../fixtures';
import { exploreAs } from '../support/explored-schema';
import { startStripeAtReview } from '../support/wizard';

test('shots', async ({ signedIn: page, emulator }) => {
  const shot = async (name: string) => {
    for (const width of [1440, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: `/tmp/s3/durable-out/shots/${name}-${width}-${colorScheme}.png` });
      }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await startStripeAtReview(page);
  const text = { type: 'string' };
  const data = { type: 'object', properties: { id: text, amount: text, currency: text } };
  await exploreAs(emulator, { type: 'object', properties: { data } });
  await page.getByRole('button', { name: /^Create dataflow/ }).click();
  await page.getByText('Something has changed since').first().waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot('moved');
  await emulator.clearFaults();
  const other = await page.context().newPage();
  await other.goto(page.url().replace(/review$/, 'schedule'));
  await other.getByRole('radiogroup', { name: 'How often' }).getByText('Every 30 minutes').click();
  await other
    .getByText(/^Saved /)
    .first()
    .waitFor();
  await other.close();
  await page.reload();
  await page.getByRole('button', { name: /^Create dataflow/ }).waitFor();
  const third = await page.context().newPage();
  await third.goto(page.url().replace(/review$/, 'schedule'));
  await third.getByRole('radiogroup', { name: 'How often' }).getByText('Every hour').click();
  await third
    .getByText(/^Saved /)
    .first()
    .waitFor();
  await third.close();
  await page.getByRole('button', { name: /^Create dataflow/ }).click();
  await page.getByRole('button', { name: 'Show the new plan' }).click();
  await page.getByText('The plan has changed').first().waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await shot('changes');
});
