;; SIMD constants and single lanes: every shape, first, middle and last lane; shuffles.
;; v128.const, *.splat, *.extract_lane*, *.replace_lane, i8x16.shuffle, i8x16.swizzle.
;; Written by `python -m codegen.vectors` from plain integers and fractions; do not edit.

(module
  (func (export "v128.const i8x16") (result v128) (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127))
  (func (export "v128.const i16x8") (result v128) (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555))
  (func (export "v128.const i32x4") (result v128) (v128.const i32x4 0 1 -1 0x80000000))
  (func (export "v128.const i64x2") (result v128) (v128.const i64x2 0 1))
  (func (export "v128.const f32x4") (result v128) (v128.const f32x4 0 -0 0x1p+0 -0x1p+0))
  (func (export "v128.const f64x2") (result v128) (v128.const f64x2 0 -0))
  (func (export "i8x16.splat") (param i32) (result v128) (i8x16.splat (local.get 0)))
  (func (export "i16x8.splat") (param i32) (result v128) (i16x8.splat (local.get 0)))
  (func (export "i32x4.splat") (param i32) (result v128) (i32x4.splat (local.get 0)))
  (func (export "i64x2.splat") (param i64) (result v128) (i64x2.splat (local.get 0)))
  (func (export "f32x4.splat") (param f32) (result v128) (f32x4.splat (local.get 0)))
  (func (export "f64x2.splat") (param f64) (result v128) (f64x2.splat (local.get 0)))
  (func (export "i8x16.extract_lane_s 0") (param v128) (result i32) (i8x16.extract_lane_s 0 (local.get 0)))
  (func (export "i8x16.extract_lane_u 0") (param v128) (result i32) (i8x16.extract_lane_u 0 (local.get 0)))
  (func (export "i8x16.replace_lane 0") (param v128 i32) (result v128) (i8x16.replace_lane 0 (local.get 0) (local.get 1)))
  (func (export "i8x16.extract_lane_s 8") (param v128) (result i32) (i8x16.extract_lane_s 8 (local.get 0)))
  (func (export "i8x16.extract_lane_u 8") (param v128) (result i32) (i8x16.extract_lane_u 8 (local.get 0)))
  (func (export "i8x16.replace_lane 8") (param v128 i32) (result v128) (i8x16.replace_lane 8 (local.get 0) (local.get 1)))
  (func (export "i8x16.extract_lane_s 15") (param v128) (result i32) (i8x16.extract_lane_s 15 (local.get 0)))
  (func (export "i8x16.extract_lane_u 15") (param v128) (result i32) (i8x16.extract_lane_u 15 (local.get 0)))
  (func (export "i8x16.replace_lane 15") (param v128 i32) (result v128) (i8x16.replace_lane 15 (local.get 0) (local.get 1)))
  (func (export "i16x8.extract_lane_s 0") (param v128) (result i32) (i16x8.extract_lane_s 0 (local.get 0)))
  (func (export "i16x8.extract_lane_u 0") (param v128) (result i32) (i16x8.extract_lane_u 0 (local.get 0)))
  (func (export "i16x8.replace_lane 0") (param v128 i32) (result v128) (i16x8.replace_lane 0 (local.get 0) (local.get 1)))
  (func (export "i16x8.extract_lane_s 4") (param v128) (result i32) (i16x8.extract_lane_s 4 (local.get 0)))
  (func (export "i16x8.extract_lane_u 4") (param v128) (result i32) (i16x8.extract_lane_u 4 (local.get 0)))
  (func (export "i16x8.replace_lane 4") (param v128 i32) (result v128) (i16x8.replace_lane 4 (local.get 0) (local.get 1)))
  (func (export "i16x8.extract_lane_s 7") (param v128) (result i32) (i16x8.extract_lane_s 7 (local.get 0)))
  (func (export "i16x8.extract_lane_u 7") (param v128) (result i32) (i16x8.extract_lane_u 7 (local.get 0)))
  (func (export "i16x8.replace_lane 7") (param v128 i32) (result v128) (i16x8.replace_lane 7 (local.get 0) (local.get 1)))
  (func (export "i32x4.extract_lane 0") (param v128) (result i32) (i32x4.extract_lane 0 (local.get 0)))
  (func (export "i32x4.replace_lane 0") (param v128 i32) (result v128) (i32x4.replace_lane 0 (local.get 0) (local.get 1)))
  (func (export "i32x4.extract_lane 2") (param v128) (result i32) (i32x4.extract_lane 2 (local.get 0)))
  (func (export "i32x4.replace_lane 2") (param v128 i32) (result v128) (i32x4.replace_lane 2 (local.get 0) (local.get 1)))
  (func (export "i32x4.extract_lane 3") (param v128) (result i32) (i32x4.extract_lane 3 (local.get 0)))
  (func (export "i32x4.replace_lane 3") (param v128 i32) (result v128) (i32x4.replace_lane 3 (local.get 0) (local.get 1)))
  (func (export "i64x2.extract_lane 0") (param v128) (result i64) (i64x2.extract_lane 0 (local.get 0)))
  (func (export "i64x2.replace_lane 0") (param v128 i64) (result v128) (i64x2.replace_lane 0 (local.get 0) (local.get 1)))
  (func (export "i64x2.extract_lane 1") (param v128) (result i64) (i64x2.extract_lane 1 (local.get 0)))
  (func (export "i64x2.replace_lane 1") (param v128 i64) (result v128) (i64x2.replace_lane 1 (local.get 0) (local.get 1)))
  (func (export "f32x4.extract_lane 0") (param v128) (result f32) (f32x4.extract_lane 0 (local.get 0)))
  (func (export "f32x4.replace_lane 0") (param v128 f32) (result v128) (f32x4.replace_lane 0 (local.get 0) (local.get 1)))
  (func (export "f32x4.extract_lane 2") (param v128) (result f32) (f32x4.extract_lane 2 (local.get 0)))
  (func (export "f32x4.replace_lane 2") (param v128 f32) (result v128) (f32x4.replace_lane 2 (local.get 0) (local.get 1)))
  (func (export "f32x4.extract_lane 3") (param v128) (result f32) (f32x4.extract_lane 3 (local.get 0)))
  (func (export "f32x4.replace_lane 3") (param v128 f32) (result v128) (f32x4.replace_lane 3 (local.get 0) (local.get 1)))
  (func (export "f64x2.extract_lane 0") (param v128) (result f64) (f64x2.extract_lane 0 (local.get 0)))
  (func (export "f64x2.replace_lane 0") (param v128 f64) (result v128) (f64x2.replace_lane 0 (local.get 0) (local.get 1)))
  (func (export "f64x2.extract_lane 1") (param v128) (result f64) (f64x2.extract_lane 1 (local.get 0)))
  (func (export "f64x2.replace_lane 1") (param v128 f64) (result v128) (f64x2.replace_lane 1 (local.get 0) (local.get 1)))
  (func (export "i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15") (param v128 v128) (result v128) (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 (local.get 0) (local.get 1)))
  (func (export "i8x16.shuffle 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16") (param v128 v128) (result v128) (i8x16.shuffle 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 (local.get 0) (local.get 1)))
  (func (export "i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23") (param v128 v128) (result v128) (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get 0) (local.get 1)))
  (func (export "i8x16.shuffle 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 31") (param v128 v128) (result v128) (i8x16.shuffle 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 31 (local.get 0) (local.get 1)))
  (func (export "i8x16.swizzle") (param v128 v128) (result v128) (i8x16.swizzle (local.get 0) (local.get 1)))
)

(assert_return (invoke "v128.const i8x16") (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127))

(assert_return (invoke "v128.const i16x8") (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555))

(assert_return (invoke "v128.const i32x4") (v128.const i32x4 0 1 -1 0x80000000))

(assert_return (invoke "v128.const i64x2") (v128.const i64x2 0 1))

(assert_return (invoke "v128.const f32x4") (v128.const f32x4 0 -0 0x1p+0 -0x1p+0))

(assert_return (invoke "v128.const f64x2") (v128.const f64x2 0 -0))

(assert_return (invoke "i8x16.splat" (i32.const 0)) (v128.const i8x16 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_return (invoke "i8x16.splat" (i32.const 1)) (v128.const i8x16 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1))
(assert_return (invoke "i8x16.splat" (i32.const 255)) (v128.const i8x16 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1))
(assert_return (invoke "i8x16.splat" (i32.const 128)) (v128.const i8x16 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128 -128))
(assert_return (invoke "i8x16.splat" (i32.const 0x12345678)) (v128.const i8x16 120 120 120 120 120 120 120 120 120 120 120 120 120 120 120 120))
(assert_return (invoke "i8x16.splat" (i32.const -1)) (v128.const i8x16 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1))

(assert_return (invoke "i16x8.splat" (i32.const 0)) (v128.const i16x8 0 0 0 0 0 0 0 0))
(assert_return (invoke "i16x8.splat" (i32.const 1)) (v128.const i16x8 1 1 1 1 1 1 1 1))
(assert_return (invoke "i16x8.splat" (i32.const 0xffff)) (v128.const i16x8 -1 -1 -1 -1 -1 -1 -1 -1))
(assert_return (invoke "i16x8.splat" (i32.const 0x8000)) (v128.const i16x8 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000))
(assert_return (invoke "i16x8.splat" (i32.const 0x12345678)) (v128.const i16x8 0x5678 0x5678 0x5678 0x5678 0x5678 0x5678 0x5678 0x5678))
(assert_return (invoke "i16x8.splat" (i32.const -1)) (v128.const i16x8 -1 -1 -1 -1 -1 -1 -1 -1))

(assert_return (invoke "i32x4.splat" (i32.const 0)) (v128.const i32x4 0 0 0 0))
(assert_return (invoke "i32x4.splat" (i32.const 1)) (v128.const i32x4 1 1 1 1))
(assert_return (invoke "i32x4.splat" (i32.const -1)) (v128.const i32x4 -1 -1 -1 -1))
(assert_return (invoke "i32x4.splat" (i32.const 0x80000000)) (v128.const i32x4 0x80000000 0x80000000 0x80000000 0x80000000))

(assert_return (invoke "i64x2.splat" (i64.const 0)) (v128.const i64x2 0 0))
(assert_return (invoke "i64x2.splat" (i64.const 1)) (v128.const i64x2 1 1))

(assert_return (invoke "f32x4.splat" (f32.const 0)) (v128.const f32x4 0 0 0 0))
(assert_return (invoke "f32x4.splat" (f32.const -0)) (v128.const f32x4 -0 -0 -0 -0))
(assert_return (invoke "f32x4.splat" (f32.const 0x1p+0)) (v128.const f32x4 0x1p+0 0x1p+0 0x1p+0 0x1p+0))
(assert_return (invoke "f32x4.splat" (f32.const -0x1p+0)) (v128.const f32x4 -0x1p+0 -0x1p+0 -0x1p+0 -0x1p+0))

(assert_return (invoke "f64x2.splat" (f64.const 0)) (v128.const f64x2 0 0))
(assert_return (invoke "f64x2.splat" (f64.const -0)) (v128.const f64x2 -0 -0))

(assert_return (invoke "i8x16.extract_lane_s 0" (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127)) (i32.const 0))

(assert_return (invoke "i8x16.extract_lane_u 0" (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127)) (i32.const 0))

(assert_return (invoke "i8x16.replace_lane 0" (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127) (i32.const 1)) (v128.const i8x16 1 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127))

(assert_return (invoke "i8x16.extract_lane_s 8" (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127)) (i32.const 7))

(assert_return (invoke "i8x16.extract_lane_u 8" (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127)) (i32.const 7))

(assert_return (invoke "i8x16.replace_lane 8" (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127) (i32.const 1)) (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 1 0 1 -1 -128 127 -17 -127))

(assert_return (invoke "i8x16.extract_lane_s 15" (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127)) (i32.const -127))

(assert_return (invoke "i8x16.extract_lane_u 15" (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127)) (i32.const 129))

(assert_return (invoke "i8x16.replace_lane 15" (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 -127) (i32.const 1)) (v128.const i8x16 0 1 -1 -128 127 -17 -127 85 7 0 1 -1 -128 127 -17 1))

(assert_return (invoke "i16x8.extract_lane_s 0" (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555)) (i32.const 0))

(assert_return (invoke "i16x8.extract_lane_u 0" (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555)) (i32.const 0))

(assert_return (invoke "i16x8.replace_lane 0" (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555) (i32.const 1)) (v128.const i16x8 1 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555))

(assert_return (invoke "i16x8.extract_lane_s 4" (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555)) (i32.const 0x7fff))

(assert_return (invoke "i16x8.extract_lane_u 4" (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555)) (i32.const 0x7fff))

(assert_return (invoke "i16x8.replace_lane 4" (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555) (i32.const 1)) (v128.const i16x8 0 1 -1 0x8000 1 0xcdef 0x8001 0x5555))

(assert_return (invoke "i16x8.extract_lane_s 7" (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555)) (i32.const 0x5555))

(assert_return (invoke "i16x8.extract_lane_u 7" (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555)) (i32.const 0x5555))

(assert_return (invoke "i16x8.replace_lane 7" (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 0x5555) (i32.const 1)) (v128.const i16x8 0 1 -1 0x8000 0x7fff 0xcdef 0x8001 1))

(assert_return (invoke "i32x4.extract_lane 0" (v128.const i32x4 0 1 -1 0x80000000)) (i32.const 0))

(assert_return (invoke "i32x4.replace_lane 0" (v128.const i32x4 0 1 -1 0x80000000) (i32.const 1)) (v128.const i32x4 1 1 -1 0x80000000))

(assert_return (invoke "i32x4.extract_lane 2" (v128.const i32x4 0 1 -1 0x80000000)) (i32.const -1))

(assert_return (invoke "i32x4.replace_lane 2" (v128.const i32x4 0 1 -1 0x80000000) (i32.const 1)) (v128.const i32x4 0 1 1 0x80000000))

(assert_return (invoke "i32x4.extract_lane 3" (v128.const i32x4 0 1 -1 0x80000000)) (i32.const 0x80000000))

(assert_return (invoke "i32x4.replace_lane 3" (v128.const i32x4 0 1 -1 0x80000000) (i32.const 1)) (v128.const i32x4 0 1 -1 1))

(assert_return (invoke "i64x2.extract_lane 0" (v128.const i64x2 0 1)) (i64.const 0))

(assert_return (invoke "i64x2.replace_lane 0" (v128.const i64x2 0 1) (i64.const 1)) (v128.const i64x2 1 1))

(assert_return (invoke "i64x2.extract_lane 1" (v128.const i64x2 0 1)) (i64.const 1))

(assert_return (invoke "i64x2.replace_lane 1" (v128.const i64x2 0 1) (i64.const 0)) (v128.const i64x2 0 0))

(assert_return (invoke "f32x4.extract_lane 0" (v128.const f32x4 0 -0 0x1p+0 -0x1p+0)) (f32.const 0))

(assert_return (invoke "f32x4.replace_lane 0" (v128.const f32x4 0 -0 0x1p+0 -0x1p+0) (f32.const -0)) (v128.const f32x4 -0 -0 0x1p+0 -0x1p+0))

(assert_return (invoke "f32x4.extract_lane 2" (v128.const f32x4 0 -0 0x1p+0 -0x1p+0)) (f32.const 0x1p+0))

(assert_return (invoke "f32x4.replace_lane 2" (v128.const f32x4 0 -0 0x1p+0 -0x1p+0) (f32.const -0)) (v128.const f32x4 0 -0 -0 -0x1p+0))

(assert_return (invoke "f32x4.extract_lane 3" (v128.const f32x4 0 -0 0x1p+0 -0x1p+0)) (f32.const -0x1p+0))

(assert_return (invoke "f32x4.replace_lane 3" (v128.const f32x4 0 -0 0x1p+0 -0x1p+0) (f32.const -0)) (v128.const f32x4 0 -0 0x1p+0 -0))

(assert_return (invoke "f64x2.extract_lane 0" (v128.const f64x2 0 -0)) (f64.const 0))

(assert_return (invoke "f64x2.replace_lane 0" (v128.const f64x2 0 -0) (f64.const -0)) (v128.const f64x2 -0 -0))

(assert_return (invoke "f64x2.extract_lane 1" (v128.const f64x2 0 -0)) (f64.const -0))

(assert_return (invoke "f64x2.replace_lane 1" (v128.const f64x2 0 -0) (f64.const 0)) (v128.const f64x2 0 0))

(assert_return (invoke "i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31)) (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1))

(assert_return (invoke "i8x16.shuffle 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31)) (v128.const i8x16 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16))

(assert_return (invoke "i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31)) (v128.const i8x16 -16 16 -15 17 -14 18 -13 19 -12 20 -11 21 -10 22 -9 23))

(assert_return (invoke "i8x16.shuffle 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 31" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31)) (v128.const i8x16 -16 -16 -16 -16 -16 -16 -16 -16 -16 -16 -16 -16 -16 -16 -16 31))

(assert_return (invoke "i8x16.swizzle" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)) (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1))
(assert_return (invoke "i8x16.swizzle" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0)) (v128.const i8x16 -1 -2 -3 -4 -5 -6 -7 -8 -9 -10 -11 -12 -13 -14 -15 -16))
(assert_return (invoke "i8x16.swizzle" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31)) (v128.const i8x16 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0))
(assert_return (invoke "i8x16.swizzle" (v128.const i8x16 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5 -4 -3 -2 -1) (v128.const i8x16 -1 -128 16 15 0 1 2 3 4 5 6 7 8 9 10 11)) (v128.const i8x16 0 0 0 -1 -16 -15 -14 -13 -12 -11 -10 -9 -8 -7 -6 -5))
