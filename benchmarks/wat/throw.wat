;; Exceptions: for each number i below n a descent of i modulo 4 calls, which ends in i, or, if i
;; is odd, in an exception that carries i and is caught at the start. The sum of what is returned,
;; and twice what is caught.
(module
  (tag $odd (param i32))
  (func $descend (param $levels i32) (param $i i32) (result i32)
    (if (local.get $levels)
      (then
        (return
          (call $descend (i32.sub (local.get $levels) (i32.const 1)) (local.get $i)))))
    (if (i32.and (local.get $i) (i32.const 1)) (then (throw $odd (local.get $i))))
    (local.get $i))
  (func $start (param $i i32) (result i32)
    (block $caught (result i32)
      (return
        (try_table (result i32) (catch $odd $caught)
          (call $descend (i32.and (local.get $i) (i32.const 3)) (local.get $i)))))
    (i32.shl (i32.const 1)))
  (func (export "run") (param $n i32) (result i64)
    (local $i i32) (local $sum i64)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (local.set $sum
          (i64.add (local.get $sum) (i64.extend_i32_u (call $start (local.get $i)))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $sum)))
