/** Units of measure, by which one number may stand for another: "2,400 metres" for 2.4 km. Pure. */
import type { DerivationForms, Language } from '../../core/language.ts';
import { findQuantities, type Quantity } from '../reading/read-quantities.ts';

/** The unit of measure after a number, or "money" for an amount. */
function measureOf(
  { start, text, unit }: Quantity,
  whole: string,
  { measure }: DerivationForms,
): string | undefined {
  const found = measure.exec(whole.slice(start + text.length))?.[1]?.toLowerCase();
  return found ?? (unit === 'money' ? 'money' : undefined);
}

/** Whether the source has a measure in another unit: its 2.4 km may be "2,400 metres", its EUR 0.25 "25 cents". */
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
