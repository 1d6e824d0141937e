;; A module of 170 bytes whose call runs some 100 instructions: the sum of the squares below
;; 10, and 10 n.
(module
  (type $f (func (param i32) (result i32)))
  (memory 1)
  (table 2 funcref)
  (global $total (mut i32) (i32.const 0))
  (elem (i32.const 0) $square $run)
  (data (i32.const 0) "data of a tiny module: 28 b.")
  (func $square (type $f) (i32.mul (local.get 0) (local.get 0)))
  (func $run (export "run") (type $f)
    (local $i i32)
    (global.set $total (i32.const 0))
    (loop $next
      (global.set $total
        (i32.add (global.get $total)
          (i32.add (local.get 0) (i32.mul (local.get $i) (local.get $i)))))
      (br_if $next
        (i32.lt_u
          (local.tee $i (i32.add (local.get $i) (i32.const 1)))
          (i32.const 10))))
    (global.get $total))
  (export "memory" (memory 0))
  (export "table" (table 0))
  (export "total" (global $total)))
