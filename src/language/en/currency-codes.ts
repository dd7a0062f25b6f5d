/** Codes of currencies that stand before or after an amount, as alternatives of a pattern. */
export const currencyCodes = 'EUR|USD|RMB|CNY|GBP|CHF|SEK|DKK|PLN|CZK|HUF';
