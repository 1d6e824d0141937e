;; Structured control: blocks, loops, conditionals, branches out of them, and code that is never reached.
;; unreachable, nop, block, loop, if, else, end, br, br_if, br_table, return, drop, select, select t.

(module
  ;; Blocks yield what is on the stack at their end, or what a branch carries.
  (func (export "block falls through") (result i32)
    (block (result i32) (nop) (i32.const 11)))
  (func (export "block with parameters") (param i32 i32) (result i32)
    local.get 0
    local.get 1
    block (param i32 i32) (result i32)
      i32.sub
    end)
  (func (export "block with several results") (result i32 i64)
    (block (result i32 i64) (i32.const 3) (i64.const 4)))
  (func (export "br carries and drops") (result i32)
    (block $out (result i32)
      (i64.const 1)
      (i32.const 2)
      (br $out (i32.const 7))))
  (func (export "br to the function") (result i32)
    (block (block (br 2 (i32.const 5))))
    (i32.const 6))
  (func (export "br out of three") (result i32)
    (block $a (result i32)
      (block $b
        (block $c
          (br $a (i32.const 1))))
      (i32.const 2)))

  ;; A branch to a loop starts it again with its parameters.
  (func (export "sum up to") (param $n i32) (result i32)
    (local $sum i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $sum (i32.add (local.get $sum) (local.get $n)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $next)))
    (local.get $sum))
  (func (export "factorial on the stack") (param $n i64) (result i64)
    i64.const 1
    local.get $n
    loop $next (param i64 i64) (result i64)
      local.set $n
      local.get $n
      i64.mul
      local.get $n
      i64.const 1
      i64.sub
      local.tee $n
      local.get $n
      i64.const 0
      i64.ne
      br_if $next
      drop
    end)
  (func (export "loop without a branch") (result i32)
    (loop (result i32) (i32.const 9)))

  ;; if takes its first arm on anything but zero.
  (func (export "if else") (param i32) (result i32)
    (if (result i32) (local.get 0)
      (then (i32.const 10))
      (else (i32.const 20))))
  (func (export "if alone") (param i32) (result i32)
    (local $x i32)
    (if (local.get 0) (then (local.set $x (i32.const 1))))
    (local.get $x))
  (func (export "if with parameters") (param i32 i32) (result i32)
    local.get 0
    local.get 1
    if $arm (param i32) (result i32)
      i32.const 1
      i32.add
    else $arm
      i32.const 1
      i32.sub
    end $arm)
  (func (export "branch out of an arm") (param i32) (result i32)
    (if $arm (result i32) (local.get 0)
      (then (br $arm (i32.const 1)) (i32.const 2))
      (else (i32.const 3) (br $arm) (i32.const 4))))
  (func (export "nested if") (param i32 i32) (result i32)
    (if (result i32) (local.get 0)
      (then (if (result i32) (local.get 1) (then (i32.const 3)) (else (i32.const 2))))
      (else (if (result i32) (local.get 1) (then (i32.const 1)) (else (i32.const 0))))))

  ;; br_if leaves its operands behind when it does not branch.
  (func (export "br_if keeps") (param i32) (result i32)
    (block $out (result i32)
      (i32.add
        (br_if $out (i32.const 40) (local.get 0))
        (i32.const 2))))
  (func (export "br_if with two") (param i32) (result i32 i32)
    (block $out (result i32 i32)
      (br_if $out (i32.const 1) (i32.const 2) (local.get 0))
      (drop)
      (i32.const 3)))

  ;; br_table takes the default when the index is too large, read unsigned.
  (func (export "br_table") (param i32) (result i32)
    (block $default
      (block $two
        (block $one
          (block $zero
            (br_table $zero $one $two $default (local.get 0)))
          (return (i32.const 100)))
        (return (i32.const 101)))
      (return (i32.const 102)))
    (i32.const 103))
  (func (export "br_table default only") (param i32) (result i32)
    (block (br_table 0 (local.get 0)))
    (i32.const 1))
  (func (export "br_table carries") (param i32) (result i32)
    (block $a (result i32)
      (i32.mul (i32.const 10)
        (block $b (result i32)
          (br_table $a $b (i32.const 7) (local.get 0))))))

  ;; return drops what lies below its results.
  (func (export "return from within") (param i32) (result i32)
    (i64.const 5)
    (loop
      (block
        (if (local.get 0) (then (return (i32.const 8))))))
    (drop)
    (i32.const 9))
  (func (export "return two") (result i32 i64)
    (i32.const 0)
    (return (i32.const 1) (i64.const 2)))

  ;; What cannot be reached has any type, and is not run.
  (func (export "after br") (result i32)
    (block $out (result i32)
      (br $out (i32.const 1))
      (i32.add (unreachable) (i32.const 5))
      (drop)
      (unreachable)))
  (func (export "after return") (result i32)
    (return (i32.const 1))
    (i32.add)
    (select)
    (drop))
  (func (export "unreachable") (param i32) (result i32)
    (if (local.get 0) (then (unreachable)))
    (i32.const 1))
  (func (export "unreachable first") (result i32)
    (i32.div_u (unreachable) (i32.const 0)))

  ;; nop, drop, select.
  (func (export "nop and drop") (result i32)
    nop
    i32.const 1
    i64.const 2
    nop
    drop)
  (func (export "select") (param i32) (result i64)
    (select (i64.const 1) (i64.const 2) (local.get 0)))
  (func (export "select float") (param f32 f32 i32) (result f32)
    (select (local.get 0) (local.get 1) (local.get 2)))
  (func (export "select of references") (param externref externref i32) (result externref)
    (select (result externref) (local.get 0) (local.get 1) (local.get 2)))
  (func (export "select evaluates both") (result i32)
    (select (i32.const 1) (unreachable) (i32.const 1)))

  ;; Operands are evaluated left to right.
  (global $trace (mut i32) (i32.const 0))
  (func $note (param i32) (result i32)
    (global.set $trace
      (i32.add (i32.mul (global.get $trace) (i32.const 10)) (local.get 0)))
    (local.get 0))
  (func (export "order of operands") (result i32)
    (global.set $trace (i32.const 0))
    (drop (select
      (i32.add (call $note (i32.const 1)) (call $note (i32.const 2)))
      (call $note (i32.const 3))
      (call $note (i32.const 4))))
    (global.get $trace))
)

(assert_return (invoke "block falls through") (i32.const 11))
(assert_return (invoke "block with parameters" (i32.const 9) (i32.const 4)) (i32.const 5))
(assert_return (invoke "block with several results") (i32.const 3) (i64.const 4))
(assert_return (invoke "br carries and drops") (i32.const 7))
(assert_return (invoke "br to the function") (i32.const 5))
(assert_return (invoke "br out of three") (i32.const 1))

(assert_return (invoke "sum up to" (i32.const 0)) (i32.const 0))
(assert_return (invoke "sum up to" (i32.const 1)) (i32.const 1))
(assert_return (invoke "sum up to" (i32.const 100)) (i32.const 5050))
(assert_return (invoke "factorial on the stack" (i64.const 1)) (i64.const 1))
(assert_return (invoke "factorial on the stack" (i64.const 5)) (i64.const 120))
(assert_return (invoke "factorial on the stack" (i64.const 20)) (i64.const 2432902008176640000))
(assert_return (invoke "loop without a branch") (i32.const 9))

(assert_return (invoke "if else" (i32.const 0)) (i32.const 20))
(assert_return (invoke "if else" (i32.const 1)) (i32.const 10))
(assert_return (invoke "if else" (i32.const 0x80000000)) (i32.const 10))
(assert_return (invoke "if alone" (i32.const 0)) (i32.const 0))
(assert_return (invoke "if alone" (i32.const -1)) (i32.const 1))
(assert_return (invoke "if with parameters" (i32.const 5) (i32.const 1)) (i32.const 6))
(assert_return (invoke "if with parameters" (i32.const 5) (i32.const 0)) (i32.const 4))
(assert_return (invoke "branch out of an arm" (i32.const 1)) (i32.const 1))
(assert_return (invoke "branch out of an arm" (i32.const 0)) (i32.const 3))
(assert_return (invoke "nested if" (i32.const 0) (i32.const 0)) (i32.const 0))
(assert_return (invoke "nested if" (i32.const 0) (i32.const 1)) (i32.const 1))
(assert_return (invoke "nested if" (i32.const 1) (i32.const 0)) (i32.const 2))
(assert_return (invoke "nested if" (i32.const 1) (i32.const 1)) (i32.const 3))

(assert_return (invoke "br_if keeps" (i32.const 0)) (i32.const 42))
(assert_return (invoke "br_if keeps" (i32.const 1)) (i32.const 40))
(assert_return (invoke "br_if with two" (i32.const 0)) (i32.const 1) (i32.const 3))
(assert_return (invoke "br_if with two" (i32.const 1)) (i32.const 1) (i32.const 2))

(assert_return (invoke "br_table" (i32.const 0)) (i32.const 100))
(assert_return (invoke "br_table" (i32.const 1)) (i32.const 101))
(assert_return (invoke "br_table" (i32.const 2)) (i32.const 102))
(assert_return (invoke "br_table" (i32.const 3)) (i32.const 103))
(assert_return (invoke "br_table" (i32.const -1)) (i32.const 103))
(assert_return (invoke "br_table default only" (i32.const 0)) (i32.const 1))
(assert_return (invoke "br_table default only" (i32.const 77)) (i32.const 1))
(assert_return (invoke "br_table carries" (i32.const 0)) (i32.const 7))
(assert_return (invoke "br_table carries" (i32.const 1)) (i32.const 70))

(assert_return (invoke "return from within" (i32.const 1)) (i32.const 8))
(assert_return (invoke "return from within" (i32.const 0)) (i32.const 9))
(assert_return (invoke "return two") (i32.const 1) (i64.const 2))
(assert_return (invoke "after br") (i32.const 1))
(assert_return (invoke "after return") (i32.const 1))
(assert_return (invoke "unreachable" (i32.const 0)) (i32.const 1))
(assert_trap (invoke "unreachable" (i32.const 1)) "unreachable")
(assert_trap (invoke "unreachable first") "unreachable")

(assert_return (invoke "nop and drop") (i32.const 1))
(assert_return (invoke "select" (i32.const 1)) (i64.const 1))
(assert_return (invoke "select" (i32.const 0)) (i64.const 2))
(assert_return (invoke "select float" (f32.const nan:0x1) (f32.const 2) (i32.const 0)) (f32.const 2))
(assert_return (invoke "select float" (f32.const -0) (f32.const 2) (i32.const 4)) (f32.const -0))
(assert_return (invoke "select of references" (ref.extern 1) (ref.extern 2) (i32.const 1)) (ref.extern 1))
(assert_return (invoke "select of references" (ref.extern 1) (ref.null extern) (i32.const 0)) (ref.null extern))
(assert_trap (invoke "select evaluates both") "unreachable")
(assert_return (invoke "order of operands") (i32.const 1234))
