;; Relaxed SIMD: each result that the standard allows, the deterministic profile's first.
;; *.relaxed_*: swizzle, trunc, madd, nmadd, laneselect, min, max, q15mulr, dot, dot_add.
;; Written by `python -m codegen.vectors` from plain integers and fractions; do not edit.

(module
  (func (export "i8x16.relaxed_swizzle") (param v128 v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 1)))
  (func (export "i32x4.relaxed_trunc_f32x4_s") (param v128) (result v128) (i32x4.relaxed_trunc_f32x4_s (local.get 0)))
  (func (export "i32x4.relaxed_trunc_f32x4_u") (param v128) (result v128) (i32x4.relaxed_trunc_f32x4_u (local.get 0)))
  (func (export "i32x4.relaxed_trunc_f64x2_s_zero") (param v128) (result v128) (i32x4.relaxed_trunc_f64x2_s_zero (local.get 0)))
  (func (export "i32x4.relaxed_trunc_f64x2_u_zero") (param v128) (result v128) (i32x4.relaxed_trunc_f64x2_u_zero (local.get 0)))
  (func (export "f32x4.relaxed_madd") (param v128 v128 v128) (result v128) (f32x4.relaxed_madd (local.get 0) (local.get 1) (local.get 2)))
  (func (export "f32x4.relaxed_nmadd") (param v128 v128 v128) (result v128) (f32x4.relaxed_nmadd (local.get 0) (local.get 1) (local.get 2)))
  (func (export "f64x2.relaxed_madd") (param v128 v128 v128) (result v128) (f64x2.relaxed_madd (local.get 0) (local.get 1) (local.get 2)))
  (func (export "f64x2.relaxed_nmadd") (param v128 v128 v128) (result v128) (f64x2.relaxed_nmadd (local.get 0) (local.get 1) (local.get 2)))
  (func (export "i8x16.relaxed_laneselect") (param v128 v128 v128) (result v128) (i8x16.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func (export "i16x8.relaxed_laneselect") (param v128 v128 v128) (result v128) (i16x8.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func (export "i32x4.relaxed_laneselect") (param v128 v128 v128) (result v128) (i32x4.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func (export "i64x2.relaxed_laneselect") (param v128 v128 v128) (result v128) (i64x2.relaxed_laneselect (local.get 0) (local.get 1) (local.get 2)))
  (func (export "f32x4.relaxed_min") (param v128 v128) (result v128) (f32x4.relaxed_min (local.get 0) (local.get 1)))
  (func (export "f32x4.relaxed_max") (param v128 v128) (result v128) (f32x4.relaxed_max (local.get 0) (local.get 1)))
  (func (export "f64x2.relaxed_min") (param v128 v128) (result v128) (f64x2.relaxed_min (local.get 0) (local.get 1)))
  (func (export "f64x2.relaxed_max") (param v128 v128) (result v128) (f64x2.relaxed_max (local.get 0) (local.get 1)))
  (func (export "i16x8.relaxed_q15mulr_s") (param v128 v128) (result v128) (i16x8.relaxed_q15mulr_s (local.get 0) (local.get 1)))
  (func (export "i16x8.relaxed_dot_i8x16_i7x16_s") (param v128 v128) (result v128) (i16x8.relaxed_dot_i8x16_i7x16_s (local.get 0) (local.get 1)))
  (func (export "i32x4.relaxed_dot_i8x16_i7x16_add_s") (param v128 v128 v128) (result v128) (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get 0) (local.get 1) (local.get 2)))
)

(assert_return (invoke "i8x16.relaxed_swizzle" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0)) (v128.const i8x16 -1 -2 -3 -4 -5 -6 -7 -8 -9 -10 -11 -12 -13 -14 -15 -16))
(assert_return (invoke "i8x16.relaxed_swizzle" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23)) (either (v128.const i8x16 -8 -7 -6 -5 -4 -3 -2 -1 0 0 0 0 0 0 0 0) (v128.const i8x16 -8 -7 -6 -5 -4 -3 -2 -1 -16 -15 -14 -13 -12 -11 -10 -9)))
(assert_return (invoke "i8x16.relaxed_swizzle" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 15 16 127 -128 -1 0 1 2 3 4 5 6 7 8 9 10)) (either (v128.const i8x16 -1 0 0 0 0 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6) (v128.const i8x16 -1 -16 -1 0 0 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6)))

(assert_return (invoke "i32x4.relaxed_trunc_f32x4_s" (v128.const f32x4 -0x1p+31 0 0x1.cp+2 0x1p+30)) (v128.const i32x4 0x80000000 0 7 0x40000000))
(assert_return (invoke "i32x4.relaxed_trunc_f32x4_s" (v128.const f32x4 -0x1p-1 nan inf 0x1p+31)) (either (v128.const i32x4 0 0 0x7fffffff 0x7fffffff) (v128.const i32x4 0 0x80000000 0x80000000 0x80000000)))

(assert_return (invoke "i32x4.relaxed_trunc_f32x4_u" (v128.const f32x4 0 0 0x1.cp+2 0x1p+31)) (v128.const i32x4 0 0 7 0x80000000))
(assert_return (invoke "i32x4.relaxed_trunc_f32x4_u" (v128.const f32x4 -0x1p-1 nan inf 0x1p+32)) (either (v128.const i32x4 0 0 -1 -1) (v128.const i32x4 0 -1 -1 -1)))

(assert_return (invoke "i32x4.relaxed_trunc_f64x2_s_zero" (v128.const f64x2 -0x1p+31 0)) (v128.const i32x4 0x80000000 0 0 0))
(assert_return (invoke "i32x4.relaxed_trunc_f64x2_s_zero" (v128.const f64x2 0x1.cp+2 0x1.fffffffcp+29)) (v128.const i32x4 7 0x3fffffff 0 0))
(assert_return (invoke "i32x4.relaxed_trunc_f64x2_s_zero" (v128.const f64x2 -0x1p-1 nan)) (either (v128.const i32x4 0 0 0 0) (v128.const i32x4 0 0x80000000 0 0)))
(assert_return (invoke "i32x4.relaxed_trunc_f64x2_s_zero" (v128.const f64x2 inf 0x1p+31)) (either (v128.const i32x4 0x7fffffff 0x7fffffff 0 0) (v128.const i32x4 0x80000000 0x80000000 0 0)))

(assert_return (invoke "i32x4.relaxed_trunc_f64x2_u_zero" (v128.const f64x2 0 0)) (v128.const i32x4 0 0 0 0))
(assert_return (invoke "i32x4.relaxed_trunc_f64x2_u_zero" (v128.const f64x2 0x1.cp+2 0x1.fffffffep+30)) (v128.const i32x4 7 0x7fffffff 0 0))
(assert_return (invoke "i32x4.relaxed_trunc_f64x2_u_zero" (v128.const f64x2 -0x1p-1 nan)) (either (v128.const i32x4 0 0 0 0) (v128.const i32x4 0 -1 0 0)))
(assert_return (invoke "i32x4.relaxed_trunc_f64x2_u_zero" (v128.const f64x2 inf 0x1p+32)) (v128.const i32x4 -1 -1 0 0))

(assert_return (invoke "f32x4.relaxed_madd" (v128.const f32x4 0x1p+1 -0x1.4p+2 0x1.000002p+0 0x1.000002p+0) (v128.const f32x4 0x1.8p+1 0x1p-2 0x1.000002p+0 0x1.fffffcp-1) (v128.const f32x4 0x1p+2 0x1p-3 -0x1.000004p+0 -0x1p+0)) (either (v128.const f32x4 0x1.4p+3 -0x1.2p+0 0 0) (v128.const f32x4 0x1.4p+3 -0x1.2p+0 0x1p-46 -0x1p-46)))
(assert_return (invoke "f32x4.relaxed_madd" (v128.const f32x4 0x1p+0 0x1.fffffep+127 nan 0) (v128.const f32x4 0x1p+0 0x1p+1 0x1p+0 -0) (v128.const f32x4 -0x1p+0 -0x1.fffffep+127 0 0)) (either (v128.const f32x4 0 inf nan:canonical 0) (v128.const f32x4 0 0x1.fffffep+127 nan:canonical 0)))

(assert_return (invoke "f32x4.relaxed_nmadd" (v128.const f32x4 0x1p+1 -0x1.4p+2 0x1.000002p+0 0x1.000002p+0) (v128.const f32x4 0x1.8p+1 0x1p-2 0x1.000002p+0 0x1.fffffcp-1) (v128.const f32x4 0x1p+2 0x1p-3 -0x1.000004p+0 -0x1p+0)) (v128.const f32x4 -0x1p+1 0x1.6p+0 -0x1.000004p+1 -0x1p+1))
(assert_return (invoke "f32x4.relaxed_nmadd" (v128.const f32x4 0x1p+0 0x1.fffffep+127 nan 0) (v128.const f32x4 0x1p+0 0x1p+1 0x1p+0 -0) (v128.const f32x4 -0x1p+0 -0x1.fffffep+127 0 0)) (v128.const f32x4 -0x1p+1 -inf nan:canonical 0))

(assert_return (invoke "f64x2.relaxed_madd" (v128.const f64x2 0x1p+1 -0x1.4p+2) (v128.const f64x2 0x1.8p+1 0x1p-2) (v128.const f64x2 0x1p+2 0x1p-3)) (v128.const f64x2 0x1.4p+3 -0x1.2p+0))
(assert_return (invoke "f64x2.relaxed_madd" (v128.const f64x2 0x1.0000000000001p+0 0x1.0000000000001p+0) (v128.const f64x2 0x1.0000000000001p+0 0x1.ffffffffffffep-1) (v128.const f64x2 -0x1.0000000000002p+0 -0x1p+0)) (either (v128.const f64x2 0 0) (v128.const f64x2 0x1p-104 -0x1p-104)))
(assert_return (invoke "f64x2.relaxed_madd" (v128.const f64x2 0x1p+0 0x1.fffffffffffffp+1023) (v128.const f64x2 0x1p+0 0x1p+1) (v128.const f64x2 -0x1p+0 -0x1.fffffffffffffp+1023)) (either (v128.const f64x2 0 inf) (v128.const f64x2 0 0x1.fffffffffffffp+1023)))
(assert_return (invoke "f64x2.relaxed_madd" (v128.const f64x2 nan 0) (v128.const f64x2 0x1p+0 -0) (v128.const f64x2 0 0)) (v128.const f64x2 nan:canonical 0))

(assert_return (invoke "f64x2.relaxed_nmadd" (v128.const f64x2 0x1p+1 -0x1.4p+2) (v128.const f64x2 0x1.8p+1 0x1p-2) (v128.const f64x2 0x1p+2 0x1p-3)) (v128.const f64x2 -0x1p+1 0x1.6p+0))
(assert_return (invoke "f64x2.relaxed_nmadd" (v128.const f64x2 0x1.0000000000001p+0 0x1.0000000000001p+0) (v128.const f64x2 0x1.0000000000001p+0 0x1.ffffffffffffep-1) (v128.const f64x2 -0x1.0000000000002p+0 -0x1p+0)) (v128.const f64x2 -0x1.0000000000002p+1 -0x1p+1))
(assert_return (invoke "f64x2.relaxed_nmadd" (v128.const f64x2 0x1p+0 0x1.fffffffffffffp+1023) (v128.const f64x2 0x1p+0 0x1p+1) (v128.const f64x2 -0x1p+0 -0x1.fffffffffffffp+1023)) (v128.const f64x2 -0x1p+1 -inf))
(assert_return (invoke "f64x2.relaxed_nmadd" (v128.const f64x2 nan 0) (v128.const f64x2 0x1p+0 -0) (v128.const f64x2 0 0)) (v128.const f64x2 nan:canonical 0))

(assert_return (invoke "i8x16.relaxed_laneselect" (v128.const i8x16 85 85 85 85 85 85 85 85 85 85 85 85 85 85 85 85) (v128.const i8x16 102 102 102 102 102 102 102 102 102 102 102 102 102 102 102 102) (v128.const i8x16 0 -1 0 -1 0 -1 0 -1 0 -1 0 -1 0 -1 0 -1)) (v128.const i8x16 102 85 102 85 102 85 102 85 102 85 102 85 102 85 102 85))
(assert_return (invoke "i8x16.relaxed_laneselect" (v128.const i8x16 85 85 85 85 85 85 85 85 85 85 85 85 85 85 85 85) (v128.const i8x16 102 102 102 102 102 102 102 102 102 102 102 102 102 102 102 102) (v128.const i8x16 127 -128 127 -128 127 -128 127 -128 127 -128 127 -128 127 -128 127 -128)) (either (v128.const i8x16 85 102 85 102 85 102 85 102 85 102 85 102 85 102 85 102) (v128.const i8x16 102 85 102 85 102 85 102 85 102 85 102 85 102 85 102 85)))

(assert_return (invoke "i16x8.relaxed_laneselect" (v128.const i16x8 0x5555 0x5555 0x5555 0x5555 0x5555 0x5555 0x5555 0x5555) (v128.const i16x8 0x6666 0x6666 0x6666 0x6666 0x6666 0x6666 0x6666 0x6666) (v128.const i16x8 0 -1 0 -1 0 -1 0 -1)) (v128.const i16x8 0x6666 0x5555 0x6666 0x5555 0x6666 0x5555 0x6666 0x5555))
(assert_return (invoke "i16x8.relaxed_laneselect" (v128.const i16x8 0x5555 0x5555 0x5555 0x5555 0x5555 0x5555 0x5555 0x5555) (v128.const i16x8 0x6666 0x6666 0x6666 0x6666 0x6666 0x6666 0x6666 0x6666) (v128.const i16x8 0x7fff 0x8000 0x7fff 0x8000 0x7fff 0x8000 0x7fff 0x8000)) (either (v128.const i16x8 0x5555 0x6666 0x5555 0x6666 0x5555 0x6666 0x5555 0x6666) (v128.const i16x8 0x6666 0x5555 0x6666 0x5555 0x6666 0x5555 0x6666 0x5555)))

(assert_return (invoke "i32x4.relaxed_laneselect" (v128.const i32x4 0x55555555 0x55555555 0x55555555 0x55555555) (v128.const i32x4 0x66666666 0x66666666 0x66666666 0x66666666) (v128.const i32x4 0 -1 0 -1)) (v128.const i32x4 0x66666666 0x55555555 0x66666666 0x55555555))
(assert_return (invoke "i32x4.relaxed_laneselect" (v128.const i32x4 0x55555555 0x55555555 0x55555555 0x55555555) (v128.const i32x4 0x66666666 0x66666666 0x66666666 0x66666666) (v128.const i32x4 0x7fffffff 0x80000000 0x7fffffff 0x80000000)) (either (v128.const i32x4 0x55555555 0x66666666 0x55555555 0x66666666) (v128.const i32x4 0x66666666 0x55555555 0x66666666 0x55555555)))

(assert_return (invoke "i64x2.relaxed_laneselect" (v128.const i64x2 0x5555555555555555 0x5555555555555555) (v128.const i64x2 0x6666666666666666 0x6666666666666666) (v128.const i64x2 0 -1)) (v128.const i64x2 0x6666666666666666 0x5555555555555555))
(assert_return (invoke "i64x2.relaxed_laneselect" (v128.const i64x2 0x5555555555555555 0x5555555555555555) (v128.const i64x2 0x6666666666666666 0x6666666666666666) (v128.const i64x2 0x7fffffffffffffff 0x8000000000000000)) (either (v128.const i64x2 0x5555555555555555 0x6666666666666666) (v128.const i64x2 0x6666666666666666 0x5555555555555555)))

(assert_return (invoke "f32x4.relaxed_min" (v128.const f32x4 0x1p+0 0 inf 0x1.000002p+0) (v128.const f32x4 -0x1p+0 0x1p+0 0x1p+0 0x1p+0)) (v128.const f32x4 -0x1p+0 0 0x1p+0 0x1p+0))
(assert_return (invoke "f32x4.relaxed_min" (v128.const f32x4 0 -0 nan 0x1p+0) (v128.const f32x4 -0 0 0x1p+0 nan)) (either (v128.const f32x4 -0 -0 nan:canonical nan:canonical) (v128.const f32x4 0 -0 nan:canonical 0x1p+0) (v128.const f32x4 -0 0 0x1p+0 nan:canonical) (v128.const f32x4 -0 -0 0x1p+0 0x1p+0)))

(assert_return (invoke "f32x4.relaxed_max" (v128.const f32x4 0x1p+0 0 inf 0x1.000002p+0) (v128.const f32x4 -0x1p+0 0x1p+0 0x1p+0 0x1p+0)) (v128.const f32x4 0x1p+0 0x1p+0 inf 0x1.000002p+0))
(assert_return (invoke "f32x4.relaxed_max" (v128.const f32x4 0 -0 nan 0x1p+0) (v128.const f32x4 -0 0 0x1p+0 nan)) (either (v128.const f32x4 0 0 nan:canonical nan:canonical) (v128.const f32x4 0 -0 nan:canonical 0x1p+0) (v128.const f32x4 -0 0 0x1p+0 nan:canonical) (v128.const f32x4 0 0 0x1p+0 0x1p+0)))

(assert_return (invoke "f64x2.relaxed_min" (v128.const f64x2 0x1p+0 0) (v128.const f64x2 -0x1p+0 0x1p+0)) (v128.const f64x2 -0x1p+0 0))
(assert_return (invoke "f64x2.relaxed_min" (v128.const f64x2 inf 0x1.0000000000001p+0) (v128.const f64x2 0x1p+0 0x1p+0)) (v128.const f64x2 0x1p+0 0x1p+0))
(assert_return (invoke "f64x2.relaxed_min" (v128.const f64x2 0 -0) (v128.const f64x2 -0 0)) (either (v128.const f64x2 -0 -0) (v128.const f64x2 0 -0) (v128.const f64x2 -0 0)))
(assert_return (invoke "f64x2.relaxed_min" (v128.const f64x2 nan 0x1p+0) (v128.const f64x2 0x1p+0 nan)) (either (v128.const f64x2 nan:canonical nan:canonical) (v128.const f64x2 nan:canonical 0x1p+0) (v128.const f64x2 0x1p+0 nan:canonical) (v128.const f64x2 0x1p+0 0x1p+0)))

(assert_return (invoke "f64x2.relaxed_max" (v128.const f64x2 0x1p+0 0) (v128.const f64x2 -0x1p+0 0x1p+0)) (v128.const f64x2 0x1p+0 0x1p+0))
(assert_return (invoke "f64x2.relaxed_max" (v128.const f64x2 inf 0x1.0000000000001p+0) (v128.const f64x2 0x1p+0 0x1p+0)) (v128.const f64x2 inf 0x1.0000000000001p+0))
(assert_return (invoke "f64x2.relaxed_max" (v128.const f64x2 0 -0) (v128.const f64x2 -0 0)) (either (v128.const f64x2 0 0) (v128.const f64x2 0 -0) (v128.const f64x2 -0 0)))
(assert_return (invoke "f64x2.relaxed_max" (v128.const f64x2 nan 0x1p+0) (v128.const f64x2 0x1p+0 nan)) (either (v128.const f64x2 nan:canonical nan:canonical) (v128.const f64x2 nan:canonical 0x1p+0) (v128.const f64x2 0x1p+0 nan:canonical) (v128.const f64x2 0x1p+0 0x1p+0)))

(assert_return (invoke "i16x8.relaxed_q15mulr_s" (v128.const i16x8 0 1 0x7fff 0x8000 0x4000 0x1234 -1 0x8001) (v128.const i16x8 5 0x7fff 0x7fff 0x7fff 0x4000 0xfed 0x8000 0x8001)) (v128.const i16x8 0 1 0x7ffe 0x8001 0x2000 0x244 1 0x7ffe))
(assert_return (invoke "i16x8.relaxed_q15mulr_s" (v128.const i16x8 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000) (v128.const i16x8 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000)) (either (v128.const i16x8 0x7fff 0x7fff 0x7fff 0x7fff 0x7fff 0x7fff 0x7fff 0x7fff) (v128.const i16x8 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000)))

(assert_return (invoke "i16x8.relaxed_dot_i8x16_i7x16_s" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 112 113 114 115 116 117 118 119 120 121 122 123 124 125 126 127)) (v128.const i16x8 0xf261 0xf3ed 0xf589 0xf735 0xf8f1 0xfabd 0xfc99 0xfe85))
(assert_return (invoke "i16x8.relaxed_dot_i8x16_i7x16_s" (v128.const i8x16 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128) (v128.const i8x16 127 127 127 127 127 127 127 127 127 127 127 127 127 127 127 127)) (v128.const i16x8 0x8100 0x8100 0x8100 0x8100 0x8100 0x8100 0x8100 0x8100))
(assert_return (invoke "i16x8.relaxed_dot_i8x16_i7x16_s" (v128.const i8x16 -128 127 -128 127 -128 127 -128 127 -128 127 -128 127 -128 127 -128 127) (v128.const i8x16 -127 -2 -127 -2 -127 -2 -127 -2 -127 -2 -127 -2 -127 -2 -127 -2)) (either (v128.const i16x8 0x3e82 0x3e82 0x3e82 0x3e82 0x3e82 0x3e82 0x3e82 0x3e82) (v128.const i16x8 0x3d82 0x3d82 0x3d82 0x3d82 0x3d82 0x3d82 0x3d82 0x3d82)))

(assert_return (invoke "i32x4.relaxed_dot_i8x16_i7x16_add_s" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 112 113 114 115 116 117 118 119 120 121 122 123 124 125 126 127) (v128.const i32x4 0 100 -1 0x7fffffff)) (v128.const i32x4 0xffffe64e 0xffffed22 0xfffff3ad 0x7ffffb1d))
(assert_return (invoke "i32x4.relaxed_dot_i8x16_i7x16_add_s" (v128.const i8x16 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128) (v128.const i8x16 127 127 127 127 127 127 127 127 127 127 127 127 127 127 127 127) (v128.const i32x4 0 100 -1 0x7fffffff)) (v128.const i32x4 0xffff0200 0xffff0264 0xffff01ff 0x7fff01ff))
(assert_return (invoke "i32x4.relaxed_dot_i8x16_i7x16_add_s" (v128.const i8x16 -128 127 -128 127 -128 127 -128 127 -128 127 -128 127 -128 127 -128 127) (v128.const i8x16 -127 -2 -127 -2 -127 -2 -127 -2 -127 -2 -127 -2 -127 -2 -127 -2) (v128.const i32x4 0 100 -1 0x7fffffff)) (either (v128.const i32x4 0x7d04 0x7d68 0x7d03 0x80007d03) (v128.const i32x4 0x7b04 0x7b68 0x7b03 0x80007b03)))
