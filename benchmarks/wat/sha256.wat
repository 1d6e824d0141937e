;; SHA-256 of n bytes, the i-th of which is i modulo 256; n at most 10^6. The first 8 bytes of the
;; hash, most significant first.
;;
;; Memory: 0 the constants (cube roots of primes), 256 the words of a block, 512 the state at the
;; start (square roots of primes), 576 the message, padded. All but the message little-endian.
(module
  (memory 16)
  (data (i32.const 0)
    "\98\2f\8a\42\91\44\37\71\cf\fb\c0\b5\a5\db\b5\e9\5b\c2\56\39\f1\11\f1\59\a4\82\3f\92\d5\5e\1c\ab"
    "\98\aa\07\d8\01\5b\83\12\be\85\31\24\c3\7d\0c\55\74\5d\be\72\fe\b1\de\80\a7\06\dc\9b\74\f1\9b\c1"
    "\c1\69\9b\e4\86\47\be\ef\c6\9d\c1\0f\cc\a1\0c\24\6f\2c\e9\2d\aa\84\74\4a\dc\a9\b0\5c\da\88\f9\76"
    "\52\51\3e\98\6d\c6\31\a8\c8\27\03\b0\c7\7f\59\bf\f3\0b\e0\c6\47\91\a7\d5\51\63\ca\06\67\29\29\14"
    "\85\0a\b7\27\38\21\1b\2e\fc\6d\2c\4d\13\0d\38\53\54\73\0a\65\bb\0a\6a\76\2e\c9\c2\81\85\2c\72\92"
    "\a1\e8\bf\a2\4b\66\1a\a8\70\8b\4b\c2\a3\51\6c\c7\19\e8\92\d1\24\06\99\d6\85\35\0e\f4\70\a0\6a\10"
    "\16\c1\a4\19\08\6c\37\1e\4c\77\48\27\b5\bc\b0\34\b3\0c\1c\39\4a\aa\d8\4e\4f\ca\9c\5b\f3\6f\2e\68"
    "\ee\82\8f\74\6f\63\a5\78\14\78\c8\84\08\02\c7\8c\fa\ff\be\90\eb\6c\50\a4\f7\a3\f9\be\f2\78\71\c6")
  (data (i32.const 512)
    "\67\e6\09\6a\85\ae\67\bb\72\f3\6e\3c\3a\f5\4f\a5\7f\52\0e\51\8c\68\05\9b\ab\d9\83\1f\19\cd\e0\5b")
  (func $swap (param $x i32) (result i32)
    (i32.or
      (i32.rotl (i32.and (local.get $x) (i32.const 0x00ff00ff)) (i32.const 24))
      (i32.rotl (i32.and (local.get $x) (i32.const 0xff00ff00)) (i32.const 8))))
  ;; Writes the message; its size with the padding.
  (func $message (param $n i32) (result i32)
    (local $i i32) (local $size i32)
    (local.set $size
      (i32.and (i32.add (local.get $n) (i32.const 72)) (i32.const -64)))
    (memory.fill (i32.const 576) (i32.const 0) (local.get $size))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (i32.store8 offset=576 (local.get $i) (local.get $i))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (i32.store8 offset=576 (local.get $n) (i32.const 0x80))
    (i32.store offset=572 (local.get $size)
      (call $swap (i32.shl (local.get $n) (i32.const 3))))
    (local.get $size))
  ;; The 64 words of the block at `p` of the message.
  (func $schedule (param $p i32)
    (local $w i32) (local $x i32) (local $y i32)
    (local.set $w (i32.const 256))
    (loop $copy
      (i32.store (local.get $w) (call $swap (i32.load offset=576 (local.get $p))))
      (local.set $p (i32.add (local.get $p) (i32.const 4)))
      (local.set $w (i32.add (local.get $w) (i32.const 4)))
      (br_if $copy (i32.lt_u (local.get $w) (i32.const 320))))
    (loop $next
      (local.set $x (i32.load (i32.sub (local.get $w) (i32.const 60))))
      (local.set $y (i32.load (i32.sub (local.get $w) (i32.const 8))))
      (i32.store (local.get $w)
        (i32.add
          (i32.add
            (i32.load (i32.sub (local.get $w) (i32.const 64)))
            (i32.load (i32.sub (local.get $w) (i32.const 28))))
          (i32.add
            (i32.xor
              (i32.xor
                (i32.rotr (local.get $x) (i32.const 7))
                (i32.rotr (local.get $x) (i32.const 18)))
              (i32.shr_u (local.get $x) (i32.const 3)))
            (i32.xor
              (i32.xor
                (i32.rotr (local.get $y) (i32.const 17))
                (i32.rotr (local.get $y) (i32.const 19)))
              (i32.shr_u (local.get $y) (i32.const 10))))))
      (local.set $w (i32.add (local.get $w) (i32.const 4)))
      (br_if $next (i32.lt_u (local.get $w) (i32.const 512)))))
  (func (export "run") (param $n i32) (result i64)
    (local $p i32) (local $size i32) (local $i i32) (local $s i32) (local $t i32)
    (local $A i32) (local $B i32) (local $C i32) (local $D i32)
    (local $E i32) (local $F i32) (local $G i32) (local $H i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $e i32) (local $f i32) (local $g i32) (local $h i32)
    (local.set $A (i32.load offset=512 (i32.const 0)))
    (local.set $B (i32.load offset=516 (i32.const 0)))
    (local.set $C (i32.load offset=520 (i32.const 0)))
    (local.set $D (i32.load offset=524 (i32.const 0)))
    (local.set $E (i32.load offset=528 (i32.const 0)))
    (local.set $F (i32.load offset=532 (i32.const 0)))
    (local.set $G (i32.load offset=536 (i32.const 0)))
    (local.set $H (i32.load offset=540 (i32.const 0)))
    (local.set $size (call $message (local.get $n)))
    (loop $block
      (call $schedule (local.get $p))
      (local.set $a (local.get $A))
      (local.set $b (local.get $B))
      (local.set $c (local.get $C))
      (local.set $d (local.get $D))
      (local.set $e (local.get $E))
      (local.set $f (local.get $F))
      (local.set $g (local.get $G))
      (local.set $h (local.get $H))
      (local.set $i (i32.const 0))
      (loop $round
        (local.set $s
          (i32.add
            (i32.add
              (i32.add (local.get $h) (i32.load (local.get $i)))
              (i32.load offset=256 (local.get $i)))
            (i32.add
              (i32.xor
                (i32.xor
                  (i32.rotr (local.get $e) (i32.const 6))
                  (i32.rotr (local.get $e) (i32.const 11)))
                (i32.rotr (local.get $e) (i32.const 25)))
              (i32.xor (local.get $g)
                (i32.and (local.get $e) (i32.xor (local.get $f) (local.get $g)))))))
        (local.set $t
          (i32.add
            (i32.xor
              (i32.xor
                (i32.rotr (local.get $a) (i32.const 2))
                (i32.rotr (local.get $a) (i32.const 13)))
              (i32.rotr (local.get $a) (i32.const 22)))
            (i32.or
              (i32.and (local.get $a) (i32.or (local.get $b) (local.get $c)))
              (i32.and (local.get $b) (local.get $c)))))
        (local.set $h (local.get $g))
        (local.set $g (local.get $f))
        (local.set $f (local.get $e))
        (local.set $e (i32.add (local.get $d) (local.get $s)))
        (local.set $d (local.get $c))
        (local.set $c (local.get $b))
        (local.set $b (local.get $a))
        (local.set $a (i32.add (local.get $s) (local.get $t)))
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (br_if $round (i32.lt_u (local.get $i) (i32.const 256))))
      (local.set $A (i32.add (local.get $A) (local.get $a)))
      (local.set $B (i32.add (local.get $B) (local.get $b)))
      (local.set $C (i32.add (local.get $C) (local.get $c)))
      (local.set $D (i32.add (local.get $D) (local.get $d)))
      (local.set $E (i32.add (local.get $E) (local.get $e)))
      (local.set $F (i32.add (local.get $F) (local.get $f)))
      (local.set $G (i32.add (local.get $G) (local.get $g)))
      (local.set $H (i32.add (local.get $H) (local.get $h)))
      (local.set $p (i32.add (local.get $p) (i32.const 64)))
      (br_if $block (i32.lt_u (local.get $p) (local.get $size))))
    (i64.or
      (i64.shl (i64.extend_i32_u (local.get $A)) (i64.const 32))
      (i64.extend_i32_u (local.get $B)))))
