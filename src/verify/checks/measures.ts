/** Units of measure, in which a number may be told as another one. Pure. */
import type { DerivationForms, Language } from '../../core/language.ts';
import { findQuantities, type Quantity } from '../reading/read-quantities.ts';

/** The unit of measure behind a number; of sums their currency. */
function measureOf(
  { start, text, unit }: Quantity,
  whole: string,
  { measure }: DerivationForms,
): string | undefined {
  const found = measure.exec(whole.slice(start + text.length))?.[1]?.toLowerCase();
  return found ?? (unit === 'money' ? 'money' : undefined);
}

/** Whether the source has a measure of another unit: "2,400 metres" may be its 2.4 km, and "25 cents" its EUR 0.25. */
export function isMeasured(said: Quantity, sentence: string, source: string, language: Language): boolean {
  const { derivations } = language;
  const own = derivations && measureOf(said, sentence, derivations);
  if (own === undefined || derivations === undefined) return false;
  return findQuantities(source, language).some((given) => {
    const other = measureOf(given, source, derivations);
    const isMoney = own === 'money' || other === 'money';
    return other !== undefined && other !== own && (!isMoney || derivations.cents.test(`${own}${other}`));
  });
}
