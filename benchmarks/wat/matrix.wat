;; The product of two square matrices of n columns, n at most 128: the sum of its elements,
;; an f64, as its bits.
;; Row i, column j of the first holds i + j / 2, of the second i - j / 4.
(module
  (memory 4)
  (func $at (param $base i32) (param $n i32) (param $i i32) (param $j i32) (result i32)
    (i32.add (local.get $base)
      (i32.shl (i32.add (i32.mul (local.get $i) (local.get $n)) (local.get $j)) (i32.const 3))))
  (func $fill (param $base i32) (param $n i32) (param $scale f64)
    (local $i i32) (local $j i32)
    (loop $row
      (local.set $j (i32.const 0))
      (loop $column
        (f64.store (call $at (local.get $base) (local.get $n) (local.get $i) (local.get $j))
          (f64.add (f64.convert_i32_u (local.get $i))
            (f64.mul (local.get $scale) (f64.convert_i32_u (local.get $j)))))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $column (i32.lt_u (local.get $j) (local.get $n))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $row (i32.lt_u (local.get $i) (local.get $n)))))
  (func (export "run") (param $n i32) (result i64)
    (local $a i32) (local $b i32) (local $p i32) (local $q i32) (local $width i32)
    (local $i i32) (local $j i32) (local $k i32) (local $element f64) (local $sum f64)
    (local.set $width (i32.shl (local.get $n) (i32.const 3)))
    (local.set $b (i32.mul (local.get $width) (local.get $n)))
    (call $fill (local.get $a) (local.get $n) (f64.const 0.5))
    (call $fill (local.get $b) (local.get $n) (f64.const -0.25))
    (loop $row
      (local.set $j (i32.const 0))
      (loop $column
        (local.set $element (f64.const 0))
        (local.set $k (i32.const 0))
        (local.set $p (i32.add (local.get $a) (i32.mul (local.get $i) (local.get $width))))
        (local.set $q (i32.add (local.get $b) (i32.shl (local.get $j) (i32.const 3))))
        (loop $product
          (local.set $element
            (f64.add (local.get $element)
              (f64.mul (f64.load (local.get $p)) (f64.load (local.get $q)))))
          (local.set $p (i32.add (local.get $p) (i32.const 8)))
          (local.set $q (i32.add (local.get $q) (local.get $width)))
          (local.set $k (i32.add (local.get $k) (i32.const 1)))
          (br_if $product (i32.lt_u (local.get $k) (local.get $n))))
        (local.set $sum (f64.add (local.get $sum) (local.get $element)))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $column (i32.lt_u (local.get $j) (local.get $n))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $row (i32.lt_u (local.get $i) (local.get $n))))
    (i64.reinterpret_f64 (local.get $sum))))
