import { useEffect, useMemo, useState } from 'react'

/**
 * A value once it has stayed the same for a moment: half a typed word or date is no question.
 *
 * @param value - plain JSON
 * @param pauseMs - how long it must stay the same
 */
export function useSettled<Value>(value: Value, pauseMs: number): Value {
  const text = JSON.stringify(value)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, pauseMs])
  return useMemo(() => JSON.parse(settled) as Value, [settled])
}
