;; A compressor of the Lempel-Ziv kind. The input is n bytes, at most 2^18, of words that recur. The
;; output is a byte for each literal, below 128, and for each repetition three: 128 + its length - 4,
;; then its distance, low byte first. What is found is the size of the output times 2^32, and a hash
;; of the output.
;;
;; Memory: 0 the heads, for each hash of 4 bytes 1 + where they were last; 0x10000 the input;
;; 0x60000 the output.
(module
  (memory 16)
  ;; The input: a word of 4 to 11 letters for each of 32 numbers that a generator gives.
  (func $input (param $n i32)
    (local $i i32) (local $seed i32) (local $word i32) (local $left i32)
    (local.set $seed (i32.const 12345))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (if (i32.eqz (local.get $left))
          (then
            (local.set $seed
              (i32.add
                (i32.mul (local.get $seed) (i32.const 1103515245)) (i32.const 12345)))
            (local.set $word
              (i32.and (i32.shr_u (local.get $seed) (i32.const 16)) (i32.const 31)))
            (local.set $left
              (i32.add (i32.const 4) (i32.and (local.get $word) (i32.const 7))))))
        (i32.store8 offset=0x10000 (local.get $i)
          (i32.add (i32.const 97)
            (i32.rem_u
              (i32.add
                (i32.mul (local.get $word) (i32.const 7))
                (i32.mul (local.get $left) (local.get $left)))
              (i32.const 26))))
        (local.set $left (i32.sub (local.get $left) (i32.const 1)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next))))
  ;; Where the head of the 4 bytes at `i` is.
  (func $head (param $i i32) (result i32)
    (i32.and
      (i32.shr_u
        (i32.mul (i32.load offset=0x10000 align=1 (local.get $i)) (i32.const 0x9e3779b1))
        (i32.const 16))
      (i32.const 0xfffc)))
  ;; How many bytes from `i` on are as from `j` on: at most `most`.
  (func $same (param $i i32) (param $j i32) (param $most i32) (result i32)
    (local $k i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $k) (local.get $most)))
        (br_if $done
          (i32.ne
            (i32.load8_u offset=0x10000 (i32.add (local.get $i) (local.get $k)))
            (i32.load8_u offset=0x10000 (i32.add (local.get $j) (local.get $k)))))
        (local.set $k (i32.add (local.get $k) (i32.const 1)))
        (br $next)))
    (local.get $k))
  ;; Writes the output; its size.
  (func $compress (param $n i32) (result i32)
    (local $i i32) (local $out i32) (local $head i32) (local $j i32) (local $length i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (block $literal
          (br_if $literal
            (i32.gt_u (i32.add (local.get $i) (i32.const 4)) (local.get $n)))
          (local.set $head (call $head (local.get $i)))
          (local.set $j (i32.load (local.get $head)))
          (i32.store (local.get $head) (i32.add (local.get $i) (i32.const 1)))
          (br_if $literal (i32.eqz (local.get $j)))
          (local.set $j (i32.sub (local.get $j) (i32.const 1)))
          (br_if $literal
            (i32.gt_u (i32.sub (local.get $i) (local.get $j)) (i32.const 0xffff)))
          (local.set $length
            (call $same (local.get $j) (local.get $i)
              (select
                (i32.const 131) (i32.sub (local.get $n) (local.get $i))
                (i32.gt_u (i32.sub (local.get $n) (local.get $i)) (i32.const 131)))))
          (br_if $literal (i32.lt_u (local.get $length) (i32.const 4)))
          (i32.store8 offset=0x60000 (local.get $out)
            (i32.add (local.get $length) (i32.const 124)))
          (i32.store16 offset=0x60001 align=1 (local.get $out)
            (i32.sub (local.get $i) (local.get $j)))
          (local.set $out (i32.add (local.get $out) (i32.const 3)))
          (local.set $i (i32.add (local.get $i) (local.get $length)))
          (br $next))
        (i32.store8 offset=0x60000 (local.get $out)
          (i32.load8_u offset=0x10000 (local.get $i)))
        (local.set $out (i32.add (local.get $out) (i32.const 1)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $out))
  ;; A hash of the `n` bytes of the output.
  (func $hash (param $n i32) (result i32)
    (local $i i32) (local $h i32)
    (local.set $h (i32.const 0x811c9dc5))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (local.set $h
          (i32.mul
            (i32.xor (local.get $h) (i32.load8_u offset=0x60000 (local.get $i)))
            (i32.const 0x01000193)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $h))
  (func (export "run") (param $n i32) (result i64)
    (local $size i32)
    (memory.fill (i32.const 0) (i32.const 0) (i32.const 0x10000))
    (call $input (local.get $n))
    (local.set $size (call $compress (local.get $n)))
    (i64.or
      (i64.shl (i64.extend_i32_u (local.get $size)) (i64.const 32))
      (i64.extend_i32_u (call $hash (local.get $size))))))
