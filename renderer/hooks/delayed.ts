import { useEffect, useState } from 'react';

/** True once `flag` has been true for `ms`: what takes less than 300 ms shows no skeleton (look: no spinners under 300 ms). */
export function useDelayed(flag: boolean, ms = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!flag) return undefined;
    const timer = setTimeout(() => setLate(true), ms);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [flag, ms]);
  return flag && late;
}
