;; Text that parses in spite of its looks: comments, spaces, identifiers, strings, folding, abbreviations.
;; No instruction in particular: every way to write a module, its fields, types and bodies.

(module (; a comment (; within ;) another ;) $name ;; and one to the end of the line
)
(module(func(export "a")(result i32)(i32.const(;here;)1))(func(export "b")(result i32)i32.const 2))
(assert_return (invoke "a") (i32.const 1))
(assert_return (invoke "b") (i32.const 2))

;; Identifiers of any printable character, in quotes of any character at all.
(module
  (func $!#$%&'*+-./:<=>?@\^_`|~0aZ (result i32) (i32.const 3))
  (func $"with space" (result i32) (i32.const 4))
  (func $"\u{1f600}" (result i32) (i32.const 5))
  (func $plain (result i32) (i32.const 6))
  (func (export "one") (result i32) (call $!#$%&'*+-./:<=>?@\^_`|~0aZ))
  (func (export "two") (result i32) (call $"with\20space"))
  (func (export "three") (result i32) (call $"😀"))
  (func (export "four") (result i32) (call $"plain")))
(assert_return (invoke "one") (i32.const 3))
(assert_return (invoke "two") (i32.const 4))
(assert_return (invoke "three") (i32.const 5))
(assert_return (invoke "four") (i32.const 6))

;; Strings: escapes, code points, pieces that are joined.
(module
  (memory 1)
  (data (i32.const 0) "a\t\n\r\"\'\\" "\00\fF" "\u{e9}\u{1_F600}" "" "z")
  (func (export "load") (param i32) (result i64) (i64.load (local.get 0))))
(assert_return (invoke "load" (i32.const 0)) (i64.const 0x005c27220d0a0961))
(assert_return (invoke "load" (i32.const 8)) (i64.const 0x7a80989ff0a9c3ff))

;; Annotations are skipped.
(module (@anything at all "even (" (nested (; comment ;) )) ;; )
  (@"quoted id" 1 2 3)
  (func (@x) (export (@y) "f") (result i32) (i32.const (@z $z) 7)))
(assert_return (invoke "f") (i32.const 7))

;; Plain and folded bodies mean the same.
(module
  (func (export "plain") (param i32 i32) (result i32)
    local.get 0
    if (result i32)
      local.get 1
      local.get 0
      i32.sub
    else
      block $b (result i32)
        i32.const 8
        br $b
      end $b
    end)
  (func (export "folded") (param i32 i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.sub (local.get 1) (local.get 0)))
      (else (block $b (result i32) (br $b (i32.const 8))))))
  (func (export "mixed") (param i32 i32) (result i32)
    local.get 1
    (i32.add (i32.const 1))
    (local.get 0)
    i32.mul))
(assert_return (invoke "plain" (i32.const 3) (i32.const 10)) (i32.const 7))
(assert_return (invoke "plain" (i32.const 0) (i32.const 10)) (i32.const 8))
(assert_return (invoke "folded" (i32.const 3) (i32.const 10)) (i32.const 7))
(assert_return (invoke "folded" (i32.const 0) (i32.const 10)) (i32.const 8))
(assert_return (invoke "mixed" (i32.const 3) (i32.const 10)) (i32.const 33))

;; Types written inline are found again or added; fields refer to what comes later.
(module
  (start $start)
  (export "g" (global $g))
  (func $start (global.set $g (call $later (i32.const 4))))
  (func $later (type $t) (i32.mul (local.get 0) (i32.const 5)))
  (type $t (func (param i32) (result i32)))
  (func (export "call") (result i32) (call_indirect (param i32) (result i32) (i32.const 2) (i32.const 0)))
  (elem (table 0) (i32.const 0) func $later)
  (table 1 funcref)
  (global $g (mut i32) (i32.const 0)))
(assert_return (get "g") (i32.const 20))
(assert_return (invoke "call") (i32.const 10))

;; The same label may be used again: the innermost counts. Names live in spaces of their own.
(module
  (type $x (func (result i32)))
  (memory $x 1)
  (table $x 1 funcref)
  (global $x i32 (i32.const 6))
  (func $x (type $x) (global.get $x))
  (func (export "shadow") (param $x i32) (result i32)
    (block $x (result i32)
      (block $x (result i32) (br $x (i32.const 1)))
      (i32.add (local.get $x)))
    (i32.add (call $x))))
(assert_return (invoke "shadow" (i32.const 10)) (i32.const 17))

;; Abbreviated imports and exports; several exports of one thing; a field list without a module.
(module
  (func (export "p") (export "q") (import "spectest" "print_i32") (param i32))
  (memory (export "m") (import "spectest" "memory") 1)
  (table (import "spectest" "table") 1 funcref)
  (global (export "g") (import "spectest" "global_i32") i32)
  (func (export "data") (result i32) (i32.load8_u (i32.const 40)))
  (data (i32.const 40) "*"))
(assert_return (invoke "p" (i32.const 1)))
(assert_return (invoke "data") (i32.const 42))
(assert_return (get "g") (i32.const 666))
(module quote "(func (export \"quoted\") (result i32)" "  (i32.const 9))")
(assert_return (invoke "quoted") (i32.const 9))
(module quote "")

;; Short names of reference types, and types of every kind.
(module
  (rec
    (type $node (sub (struct (field $next (ref null $node)) (field i8 (mut i16)) (field))))
    (type $leaf (sub final $node (struct (field (ref null $node)) (field i8) (field (mut i16)) (field i64)))))
  (type (array (mut (ref null $leaf))))
  (func (param anyref eqref i31ref structref arrayref funcref externref exnref))
  (func (param nullref nullfuncref nullexternref nullexnref))
  (func (param (ref any) (ref null eq) (ref i31) (ref struct) (ref array) (ref func) (ref extern) (ref exn)))
  (func (param (ref none) (ref null nofunc) (ref noextern) (ref null noexn) (ref $node) (ref null 2))))
