;; Exceptions as they were before 3.0: try with its catch blocks or its delegate, and rethrow, alone
;; and together with tags, throw, throw_ref and try_table of today. Needs +legacy-exceptions.

(module $thrower
  (tag $out (export "out") (param i32))
  (func (export "throw-out") (param i32) (throw $out (local.get 0)))
)
(register "thrower")

;; Which handler catches what, and with which operands it begins

(module
  (tag $other (import "thrower" "out") (param i32))
  (func $throw-out (import "thrower" "throw-out") (param i32))
  (tag $e)
  (tag $f)
  (tag $i (param i32))
  (tag $ij (param i32 i64))

  (func $by (param $k i32)
    (block $5 (block $4 (block $3 (block $2 (block $1 (block $0
      (br_table $0 $1 $2 $3 $4 $5 (local.get $k)))
      (throw $e))
      (throw $f))
      (throw $i (i32.const 30)))
      (throw $ij (i32.const 40) (i64.const 400)))
      (call $throw-out (i32.const 50)))
  )

  (func (export "no-handler") (param i32) (result i32)
    (try (result i32) (do (call $by (local.get 0)) (i32.const 1)))
  )
  (func (export "one") (param i32) (result i32)
    (try (result i32) (do (call $by (local.get 0)) (i32.const 1)) (catch $f (i32.const 2)))
  )
  (func (export "each") (param i32) (result i32)
    try (result i32)
      local.get 0
      call $by
      i32.const 1
    catch $e
      i32.const 10
    catch $f
      i32.const 20
    catch $i
    catch $ij
      drop
    catch_all
      i32.const 99
    end
  )
  (func (export "first-of-two") (param i32) (result i32)
    (try (result i32)
      (do (call $by (local.get 0)) (i32.const 1))
      (catch $e (i32.const 2)) (catch $e (i32.const 3)) (catch_all (i32.const 4)))
  )
  (func (export "all") (param i32) (result i32)
    (try (result i32) (do (call $by (local.get 0)) (i32.const 1)) (catch_all (i32.const 2)))
  )
  (func (export "own-of-other-module") (param i32) (result i32)
    (try (result i32) (do (call $by (local.get 0)) (i32.const 1)) (catch $other))
  )
  (func (export "two-values") (result i32 i64)
    (try (result i32 i64) (do (call $by (i32.const 3)) (unreachable)) (catch $ij))
  )
  (func (export "parameters") (param i32) (result i32 i32)
    (i32.const 7)
    (local.get 0)
    (try (param i32 i32) (result i32 i32)
      (do (i32.add) (call $by (i32.const 2)) (i32.const 1))
      (catch $i (i32.const 8)))
  )
  (func (export "operands-below-stay") (result i32)
    (i32.const 1)
    (i32.const 20)
    (try (result i32)
      (do (i32.const 5) (i32.const 6) (call $by (i32.const 2)) (i32.add))
      (catch $i))
    (i32.add)
    (i32.add)
  )
  (func (export "locals-stay") (result i32) (local $x i32)
    (local.set $x (i32.const 1))
    (try
      (do (local.set $x (i32.const 2)) (call $by (i32.const 0)) (local.set $x (i32.const 3)))
      (catch_all (local.set $x (i32.add (local.get $x) (i32.const 10)))))
    (local.get $x)
  )
  (func (export "in-a-handler-nobody-catches")
    (try
      (do (throw $e))
      (catch $e (throw $f))
      (catch $f)
      (catch_all))
  )
  (func (export "after-it-nobody-catches") (try (do) (catch_all)) (throw $e))
  (func (export "inner-first") (param i32) (result i32)
    (try (result i32)
      (do
        (try (result i32)
          (do (call $by (local.get 0)) (i32.const 1))
          (catch $e (i32.const 2))
          (catch $i (drop) (throw $f))))
      (catch $f (i32.const 3))
      (catch_all (i32.const 4)))
  )
)

(assert_return (invoke "no-handler" (i32.const 5)) (i32.const 1))
(assert_exception (invoke "no-handler" (i32.const 0)))
(assert_return (invoke "one" (i32.const 5)) (i32.const 1))
(assert_return (invoke "one" (i32.const 1)) (i32.const 2))
(assert_exception (invoke "one" (i32.const 0)))
(assert_return (invoke "each" (i32.const 0)) (i32.const 10))
(assert_return (invoke "each" (i32.const 1)) (i32.const 20))
(assert_return (invoke "each" (i32.const 2)) (i32.const 30))
(assert_return (invoke "each" (i32.const 3)) (i32.const 40))
(assert_return (invoke "each" (i32.const 4)) (i32.const 99))
(assert_return (invoke "each" (i32.const 5)) (i32.const 1))
(assert_return (invoke "first-of-two" (i32.const 0)) (i32.const 2))
(assert_return (invoke "first-of-two" (i32.const 1)) (i32.const 4))
(assert_return (invoke "all" (i32.const 3)) (i32.const 2))
(assert_return (invoke "all" (i32.const 5)) (i32.const 1))
(assert_return (invoke "own-of-other-module" (i32.const 4)) (i32.const 50))
(assert_exception (invoke "own-of-other-module" (i32.const 2)))
(assert_return (invoke "two-values") (i32.const 40) (i64.const 400))
(assert_return (invoke "parameters" (i32.const 1)) (i32.const 30) (i32.const 8))
(assert_return (invoke "operands-below-stay") (i32.const 51))
(assert_return (invoke "locals-stay") (i32.const 12))
(assert_exception (invoke "in-a-handler-nobody-catches"))
(assert_exception (invoke "after-it-nobody-catches"))
(assert_return (invoke "inner-first" (i32.const 0)) (i32.const 2))
(assert_return (invoke "inner-first" (i32.const 1)) (i32.const 3))
(assert_return (invoke "inner-first" (i32.const 2)) (i32.const 3))
(assert_return (invoke "inner-first" (i32.const 3)) (i32.const 4))
(assert_return (invoke "inner-first" (i32.const 5)) (i32.const 1))

;; Labels, branches and returns

(module
  (tag $i (param i32))
  (tag $e)

  (func (export "from-do") (result i32)
    (try $l (result i32) (do (br $l (i32.const 1)) (throw $e)) (catch_all (i32.const 2)))
  )
  (func (export "from-catch") (result i32)
    (try $l (result i32)
      (do (throw $e))
      (catch $e (i32.const 9) (br $l (i32.const 2)) (i32.add))
      (catch_all (unreachable)))
  )
  (func (export "from-catch-all") (param i32) (result i32)
    try $l (result i32)
      throw $e
    catch_all $l
      i32.const 1
      i32.const 2
      local.get 0
      br_if $l
      drop
    end $l
  )
  (func (export "return-from-catch") (result i32)
    (i32.const 1)
    (try (do (throw $i (i32.const 5))) (catch $i (return)) (catch_all))
  )
  (func (export "count") (param $n i32) (result i32) (local $sum i32)
    (loop $again
      (try
        (do
          (if (local.get $n) (then (throw $i (local.get $n)))))
        (catch $i
          (local.set $sum (i32.add (local.get $sum)))
          (local.set $n (i32.sub (local.get $n) (i32.const 1)))
          (br $again))))
    (local.get $sum)
  )
  (func (export "no-end-in-sight") (result i32)
    (try (result i32)
      (do (block (result i32) (loop (try (do (throw $e)) (catch $e (throw $i (i32.const 3))))) (unreachable)))
      (catch $i))
  )
  (func (export "unreachable-arms") (result i32)
    (return (i32.const 4))
    (try (result i32) (do (throw $e)) (catch $i) (catch_all (rethrow 0)))
    (try (do) (delegate 0))
  )
)

(assert_return (invoke "from-do") (i32.const 1))
(assert_return (invoke "from-catch") (i32.const 2))
(assert_return (invoke "from-catch-all" (i32.const 0)) (i32.const 1))
(assert_return (invoke "from-catch-all" (i32.const 1)) (i32.const 2))
(assert_return (invoke "return-from-catch") (i32.const 5))
(assert_return (invoke "count" (i32.const 0)) (i32.const 0))
(assert_return (invoke "count" (i32.const 100)) (i32.const 5050))
(assert_return (invoke "no-end-in-sight") (i32.const 3))
(assert_return (invoke "unreachable-arms") (i32.const 4))

;; rethrow throws what the catch block of its label caught, whatever was caught since

(module
  (tag $i (param i32))
  (tag $j (param i32))

  (func $nested (export "nested") (param i32)
    (try $outer
      (do (throw $i (i32.const 1)))
      (catch $i
        (drop)
        (try $inner
          (do (throw $j (i32.const 2)))
          (catch $j
            (drop)
            (if (local.get 0) (then (rethrow $outer)))
            (rethrow $inner)))))
  )
  (func (export "caught-again") (param i32) (result i32)
    (try (result i32)
      (do (call $nested (local.get 0)) (unreachable))
      (catch $i (i32.add (i32.const 10)))
      (catch $j (i32.add (i32.const 20))))
  )
  (func (export "within") (result i32)
    (try (result i32)
      (do (throw $i (i32.const 1)))
      (catch $i
        (try (param i32) (result i32)
          (do (rethrow 1))
          (catch $i (i32.add (i32.const 40)))))
      (catch_all (i32.const 0)))
  )
  (func (export "anonymous") (result i32)
    (try (result i32)
      (do (try (do (throw $j (i32.const 3))) (catch_all (rethrow 0))) (i32.const 0))
      (catch $i)
      (catch $j (i32.mul (i32.const 5))))
  )
  (func (export "one-after-the-other") (result i32) (local $n i32)
    (try (do (throw $i (i32.const 1))) (catch_all))
    (loop $again (result i32)
      (try (result i32)
        (do (throw $i (local.get $n)))
        (catch $i
          (local.set $n (i32.add (i32.const 1)))
          (br_if 1 (i32.lt_u (local.get $n) (i32.const 5)))
          (try (result i32) (do (rethrow 1)) (catch $i)))))
  )
  (func $down (export "down") (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 0))))
    (try (result i32)
      (do
        (try
          (do (throw $i (local.get $n)))
          (catch_all
            (drop (call $down (i32.sub (local.get $n) (i32.const 1))))
            (rethrow 0)))
        (unreachable))
      (catch $i))
  )
)

(assert_exception (invoke "nested" (i32.const 0)))
(assert_exception (invoke "nested" (i32.const 1)))
(assert_return (invoke "caught-again" (i32.const 1)) (i32.const 11))
(assert_return (invoke "caught-again" (i32.const 0)) (i32.const 22))
(assert_return (invoke "within") (i32.const 41))
(assert_return (invoke "anonymous") (i32.const 15))
(assert_return (invoke "one-after-the-other") (i32.const 4))
(assert_return (invoke "down" (i32.const 50)) (i32.const 50))

;; delegate: as if thrown in the block of its label, or by the caller's call

(module
  (tag $e)
  (tag $f)

  (func $to-caller (export "to-caller") (param i32) (result i32)
    (try (result i32)
      (do
        (try (result i32)
          (do (if (local.get 0) (then (throw $e))) (i32.const 1))
          (delegate 1)))
      (catch_all (i32.const 2)))
  )
  (func (export "caller") (param i32) (result i32)
    (try (result i32) (do (call $to-caller (local.get 0))) (catch $e (i32.const 3)))
  )
  (func (export "to-block") (result i32)
    (try (result i32)
      (do
        (block $l (result i32)
          (try (result i32)
            (do (try (result i32) (do (throw $e)) (delegate $l)))
            (catch $e (i32.const 1)))))
      (catch $e (i32.const 2)))
  )
  (func (export "to-loop") (result i32)
    try (result i32)
      loop $l (result i32)
        try (result i32)
          try (result i32)
            throw $e
          delegate $l
        catch_all
          i32.const 1
        end
      end
    catch_all
      i32.const 2
    end
  )
  (func (export "to-try") (result i32)
    (try $l (result i32)
      (do
        (try (result i32)
          (do (try (result i32) (do (throw $f)) (delegate $l)))
          (catch_all (i32.const 1))))
      (catch $e (i32.const 2))
      (catch $f (i32.const 3)))
  )
  (func (export "to-catch-block") (result i32)
    (try (result i32)
      (do
        (try $l (result i32)
          (do (throw $e))
          (catch $e
            (try (result i32)
              (do (try (result i32) (do (throw $e)) (delegate $l)))
              (catch_all (i32.const 1))))
          (catch_all (i32.const 2))))
      (catch $e (i32.const 3)))
  )
  (func (export "to-try-table") (result i32)
    (block $h
      (try_table $l (catch $e $h)
        (try
          (do (try (do (throw $e)) (delegate $l)))
          (catch_all)))
      (return (i32.const 1)))
    (i32.const 2)
  )
  (func (export "out-of-try-table") (result i32)
    (try $l (result i32)
      (do
        (block $h
          (try_table (catch_all $h)
            (try (do (throw $e)) (delegate $l))))
        (i32.const 1))
      (catch $e (i32.const 2)))
  )
  (func (export "to-delegate") (result i32)
    (try $t (result i32)
      (do
        (try (result i32)
          (do
            (try $d (result i32)
              (do
                (try (result i32)
                  (do (try (result i32) (do (throw $e)) (delegate $d)))
                  (catch_all (i32.const 1))))
              (delegate $t)))
          (catch_all (i32.const 2))))
      (catch_all (i32.const 3)))
  )
  (func (export "in-between") (result i32)
    (try $t (result i32)
      (do
        (try (result i32)
          (do
            (try (result i32) (do (i32.const 5)) (delegate $t))
            (drop)
            (throw $e))
          (catch $e (i32.const 1))))
      (catch $e (i32.const 2)))
  )
  (func (export "branch-out") (result i32)
    (block $l (result i32)
      (try (do (br $l (i32.const 6))) (delegate 0))
      (i32.const 7))
  )
)

(assert_return (invoke "to-caller" (i32.const 0)) (i32.const 1))
(assert_exception (invoke "to-caller" (i32.const 1)))
(assert_return (invoke "caller" (i32.const 0)) (i32.const 1))
(assert_return (invoke "caller" (i32.const 1)) (i32.const 3))
(assert_return (invoke "to-block") (i32.const 2))
(assert_return (invoke "to-loop") (i32.const 2))
(assert_return (invoke "to-try") (i32.const 3))
(assert_return (invoke "to-catch-block") (i32.const 3))
(assert_return (invoke "to-try-table") (i32.const 2))
(assert_return (invoke "out-of-try-table") (i32.const 2))
(assert_return (invoke "to-delegate") (i32.const 3))
(assert_return (invoke "in-between") (i32.const 1))
(assert_return (invoke "branch-out") (i32.const 6))

;; Together with references to exceptions

(module
  (tag $i (param i32))

  (func (export "throw-ref-caught") (result i32)
    (try (result i32)
      (do
        (block $h (result i32 exnref)
          (try_table (catch_ref $i $h) (throw $i (i32.const 8)))
          (unreachable))
        (throw_ref))
      (catch $i (i32.add (i32.const 1))))
  )
  (func (export "rethrown-with-reference") (result i32)
    (block $h (result i32 exnref)
      (try_table (catch_ref $i $h)
        (try (do (throw $i (i32.const 9))) (catch_all (rethrow 0))))
      (unreachable))
    (drop)
  )
  (func (export "within-try-table") (result i32)
    (block $h (result i32)
      (try_table (result i32) (catch $i $h)
        (try (result i32)
          (do (throw $i (i32.const 1)))
          (catch $i (i32.add (i32.const 2))))))
  )
  (func (export "null-reference") (try (do (throw_ref (ref.null exn))) (catch_all)))
)

(assert_return (invoke "throw-ref-caught") (i32.const 9))
(assert_return (invoke "rethrown-with-reference") (i32.const 9))
(assert_return (invoke "within-try-table") (i32.const 3))
(assert_trap (invoke "null-reference") "null exception reference")

;; What is no exception, and frames that are gone

(module
  (tag $e)
  (type $v (func))
  (table funcref (elem $throw))
  (func $throw (throw $e))
  (func $forever (call $forever))
  (func (export "trap") (try (do (unreachable)) (catch_all)))
  (func (export "trap-delegated") (try (do (try (do (unreachable)) (delegate 0))) (catch_all)))
  (func (export "exhaustion") (try (do (call $forever)) (catch_all)))
  (func $tail (export "tail") (try (do (return_call $throw)) (catch_all)))
  (func (export "tail-of-callee") (result i32)
    (try (result i32) (do (call $tail) (i32.const 1)) (catch $e (i32.const 2)))
  )
  (func (export "call-indirect") (result i32)
    (try (result i32)
      (do (call_indirect (type $v) (i32.const 0)) (i32.const 1))
      (catch $e (i32.const 2)))
  )
  (func $quiet)
  (func (export "tail-from-catch")
    (try (do (throw $e)) (catch_all (return_call $quiet))) (unreachable)
  )
)

(assert_trap (invoke "trap") "unreachable")
(assert_trap (invoke "trap-delegated") "unreachable")
(assert_exhaustion (invoke "exhaustion") "call stack exhausted")
(assert_exception (invoke "tail"))
(assert_return (invoke "tail-of-callee") (i32.const 2))
(assert_return (invoke "call-indirect") (i32.const 2))
(assert_return (invoke "tail-from-catch"))

;; As a binary: try (throw) catch 0 catch_all rethrow 0 end, and try (throw) delegate 0

(module binary
  "\00asm\01\00\00\00"
  "\01\09\02\60\00\01\7f\60\01\7f\00"                              ;; () -> (i32), (i32) -> ()
  "\03\03\02\00\00"
  "\0d\03\01\00\01"                                                ;; a tag of an i32
  "\07\09\02\01a\00\00\01b\00\01"
  "\0a\1c\02"
  "\11\00\06\7f\41\2a\08\00\07\00\41\01\6a\19\09\00\0b\0b"         ;; 42, caught, plus 1
  "\08\00\06\7f\10\00\18\00\0b"
)

(assert_return (invoke "a") (i32.const 43))
(assert_return (invoke "b") (i32.const 43))

;; Invalid

(assert_invalid (module (func (try (do (i32.const 1))))) "type mismatch")
(assert_invalid (module (func (try (result i32) (do) (catch_all (i32.const 1))) drop)) "type mismatch")
(assert_invalid (module (tag) (func (try (do) (catch 0 (i64.const 1))))) "type mismatch")
(assert_invalid (module (tag (param i32)) (func (try (do) (catch 0)))) "type mismatch")
(assert_invalid (module (tag (param i32)) (func (try (do) (catch_all drop)))) "type mismatch")
(assert_invalid (module (func (try (param i32) (do drop) (catch_all)))) "type mismatch")
(assert_invalid
  (module (func (i32.const 1) (try (param i32) (do drop) (catch_all drop))))
  "type mismatch"
)
(assert_invalid (module (func (try (result i32) (do) (delegate 0)) drop)) "type mismatch")
(assert_invalid (module (func (try (do) (catch 0)))) "unknown tag 0")
(assert_invalid (module (func (try (do) (delegate 1)))) "unknown label 1")
(assert_invalid (module (func (block (try (do) (delegate 7))))) "unknown label 7")
(assert_invalid (module (func (rethrow 1))) "unknown label")
(assert_invalid (module (func (rethrow 0))) "invalid rethrow label")
(assert_invalid (module (func (try (do (rethrow 0)) (catch_all)))) "invalid rethrow label")
(assert_invalid (module (func (try (do) (catch_all (block (rethrow 0)))))) "invalid rethrow label")
(assert_invalid (module (func (try (do) (catch_all (rethrow 1))))) "invalid rethrow label")
(assert_invalid
  (module (func (try (do) (catch_all (try (do (rethrow 0)) (catch_all))))))
  "invalid rethrow label"
)
(assert_invalid
  (module (func (block (try_table (catch_all 0) (rethrow 0)))))
  "invalid rethrow label"
)
(assert_invalid
  (module (func (param (ref extern)) (local $x (ref extern))
    (try
      (do (local.set $x (local.get 0)))
      (catch_all (drop (local.get $x))))))
  "uninitialized local"
)
(assert_invalid (module (global i32 (try (result i32) (do (i32.const 1)))))
  "constant expression required")

;; Malformed

(assert_malformed (module quote "(func (try))") "unexpected token")
(assert_malformed (module quote "(func (try (nop)))") "unexpected token")
(assert_malformed (module quote "(func (try (do) (do)))") "unexpected token")
(assert_malformed (module quote "(func (try (do) (else)))") "unexpected token")
(assert_malformed (module quote "(func (try (do) (end)))") "unexpected token")
(assert_malformed (module quote "(func (try (do) (nop)))") "unexpected token")
(assert_malformed (module quote "(func (try (do) nop))") "unexpected token")
(assert_malformed (module quote "(func (do))") "unexpected token")
(assert_malformed (module quote "(func (if (i32.const 0) (do)))") "unexpected token")
(assert_malformed (module quote "(func (if (i32.const 0) (then) (catch_all)))") "unexpected token")
(assert_malformed (module quote "(tag) (func (try (do) (catch_all) (catch 0)))") "unexpected token")
(assert_malformed (module quote "(func (try (do) (delegate 0) (catch_all)))") "unexpected token")
(assert_malformed (module quote "(func (try (do) (delegate 0 nop)))") "unexpected token")
(assert_malformed (module quote "(func try do end)") "unexpected token")
(assert_malformed (module quote "(func try else end)") "unexpected token")
(assert_malformed (module quote "(func block catch_all end)") "unexpected token")
(assert_malformed (module quote "(func try catch_all catch_all end)") "unexpected token")
(assert_malformed (module quote "(func try delegate 0 end)") "unexpected token")
(assert_malformed (module quote "(func try catch_all delegate 0)") "unexpected token")
(assert_malformed (module quote "(func (try $l (do) (delegate $l)))") "unknown label")
(assert_malformed (module quote "(func try $l catch_all $k end)") "mismatching label")
(assert_malformed (module quote "(func try (do) catch $t end)") "unexpected token")
(assert_malformed (module quote "(func try catch $t end)") "unknown tag")
(assert_malformed
  (module binary "\00asm\01\00\00\00" "\01\04\01\60\00\00" "\03\02\01\00" "\0a\05\01\03\00\19\0b")
  "END opcode expected"
)
(assert_malformed
  (module binary "\00asm\01\00\00\00" "\01\04\01\60\00\00" "\03\02\01\00"
    "\0a\09\01\07\00\06\40\19\19\0b\0b")
  "END opcode expected"
)
