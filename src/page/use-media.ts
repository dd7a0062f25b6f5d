/** Whether the window matches a media query, as it changes. */
import { useEffect, useState } from 'preact/hooks';

export const narrowQuery = '(max-width: 899px)';
export const drawerQuery = '(max-width: 1279px)';

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const update = () => setMatches(media.matches);
    update();
    media.addEventListener('change', update);
    return () => media.removeEventListener('change', update);
  }, [query]);
  return matches;
}
