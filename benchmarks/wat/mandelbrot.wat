;; The set of Mandelbrot: how many steps the points of an n by n grid over [-2, 1) x [-1.5, 1.5) take
;; together until they are further than 2 from the origin, 50 at most.
(module
  (func $steps (param $x f64) (param $y f64) (result i32)
    (local $a f64) (local $b f64) (local $aa f64) (local $bb f64) (local $steps i32)
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $steps) (i32.const 50)))
        (local.set $aa (f64.mul (local.get $a) (local.get $a)))
        (local.set $bb (f64.mul (local.get $b) (local.get $b)))
        (br_if $done (f64.gt (f64.add (local.get $aa) (local.get $bb)) (f64.const 4)))
        (local.set $b
          (f64.add
            (f64.mul (f64.mul (f64.const 2) (local.get $a)) (local.get $b))
            (local.get $y)))
        (local.set $a (f64.add (f64.sub (local.get $aa) (local.get $bb)) (local.get $x)))
        (local.set $steps (i32.add (local.get $steps) (i32.const 1)))
        (br $next)))
    (local.get $steps))
  (func (export "run") (param $n i32) (result i64)
    (local $i i32) (local $j i32) (local $width f64) (local $sum i64)
    (local.set $width (f64.div (f64.const 3) (f64.convert_i32_u (local.get $n))))
    (loop $row
      (local.set $j (i32.const 0))
      (loop $column
        (local.set $sum
          (i64.add (local.get $sum)
            (i64.extend_i32_u
              (call $steps
                (f64.sub
                  (f64.mul (f64.convert_i32_u (local.get $j)) (local.get $width))
                  (f64.const 2))
                (f64.sub
                  (f64.mul (f64.convert_i32_u (local.get $i)) (local.get $width))
                  (f64.const 1.5))))))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $column (i32.lt_u (local.get $j) (local.get $n))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $row (i32.lt_u (local.get $i) (local.get $n))))
    (local.get $sum)))
