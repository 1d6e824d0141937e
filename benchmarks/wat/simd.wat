;; Vectors. The 8 lanes of v are generators of pseudo-random numbers, begun at 1 to 8. Each of n times
;; every byte of v meets the one 4 further on of 16 times before, and the greater goes to
;; memory. Of those come sums of products of 16 bits, and, from the upper 12 bits of each 32, sums of
;; floats in which every step counts half as much as the next. Both are added up at the end, as bits.
(module
  (memory 1)
  (func (export "run") (param $n i32) (result i64)
    (local $i i32) (local $p i32) (local $v v128) (local $most v128) (local $sum v128)
    (local $floats v128)
    (local.set $v (v128.const i16x8 1 2 3 4 5 6 7 8))
    (memory.fill (i32.const 0) (i32.const 0) (i32.const 256))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (local.set $p (i32.shl (i32.and (local.get $i) (i32.const 15)) (i32.const 4)))
        (local.set $v
          (i16x8.add
            (i16x8.mul (local.get $v) (i16x8.splat (i32.const 25173)))
            (i16x8.splat (i32.const 13849))))
        (local.set $most
          (i8x16.max_u
            (i8x16.shuffle 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19
              (v128.load (local.get $p)) (local.get $v))
            (local.get $v)))
        (v128.store (local.get $p) (local.get $most))
        (local.set $sum
          (i32x4.add (local.get $sum)
            (i32x4.dot_i16x8_s (local.get $most) (local.get $v))))
        (local.set $floats
          (f32x4.add
            (f32x4.mul (local.get $floats) (f32x4.splat (f32.const 0.5)))
            (f32x4.convert_i32x4_u (i32x4.shr_u (local.get $most) (i32.const 20)))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.set $sum (i32x4.add (local.get $sum) (local.get $floats)))
    (i64.add (i64x2.extract_lane 0 (local.get $sum)) (i64x2.extract_lane 1 (local.get $sum)))))
