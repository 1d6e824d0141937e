;; An interpreter of bytecode. Its program finds how many steps it is from each number from 1 to n
;; down to 1, if an even number is halved and an odd one x becomes 3 x + 1: all of them added.
;;
;; An instruction is an opcode and a byte `a`; there are 16 registers, of which 0 begins as n and 2
;; is what is found, and a stack. Memory: 0 the registers, 64 the stack, 512 the program.
;;
;;     0 halt                 4 add          8 the lowest bit of the top
;;     1 push a               5 subtract     9 go to instruction a
;;     2 push register a      6 multiply    10 pop, and go to instruction a if it was 0
;;     3 pop register a       7 halve
(module
  (memory 1)
  (data (i32.const 512)
    "\02\00\0a\1e"                            ;;  0 while register 0 is not 0:
    "\02\00\03\01"                            ;;  2   register 1 = register 0
    "\02\01\01\01\05\00\0a\19"                ;;  4   while register 1 - 1 is not 0:
    "\02\01\08\00\0a\11"                      ;;  8     if register 1 is odd:
    "\02\01\01\03\06\00\01\01\04\00\09\13"    ;; 11       register 1 = 3 * register 1 + 1
    "\02\01\07\00\03\01"                      ;; 17     else: register 1 = half of register 1
    "\02\02\01\01\04\00\03\02\09\04"          ;; 20     register 2 = register 2 + 1
    "\02\00\01\01\05\00\03\00\09\00"          ;; 25   register 0 = register 0 - 1
    "\00\00")                                 ;; 30 halt
  (func $execute
    (local $pc i32) (local $sp i32) (local $op i32) (local $a i32)
    (local.set $sp (i32.const 64))
    (loop $next
      (local.set $op (i32.load8_u offset=512 (local.get $pc)))
      (local.set $a (i32.load8_u offset=513 (local.get $pc)))
      (local.set $pc (i32.add (local.get $pc) (i32.const 2)))
      (block $unless
        (block $go
          (block $odd
            (block $halve
              (block $multiply
                (block $subtract
                  (block $add
                    (block $pop
                      (block $register
                        (block $push
                          (block $halt
                            (br_table $halt $push $register $pop $add $subtract $multiply
                              $halve $odd $go $unless (local.get $op)))
                          (return))
                        (i32.store (local.get $sp) (local.get $a))
                        (local.set $sp (i32.add (local.get $sp) (i32.const 4)))
                        (br $next))
                      (i32.store (local.get $sp)
                        (i32.load (i32.shl (local.get $a) (i32.const 2))))
                      (local.set $sp (i32.add (local.get $sp) (i32.const 4)))
                      (br $next))
                    (local.set $sp (i32.sub (local.get $sp) (i32.const 4)))
                    (i32.store (i32.shl (local.get $a) (i32.const 2))
                      (i32.load (local.get $sp)))
                    (br $next))
                  (local.set $sp (i32.sub (local.get $sp) (i32.const 4)))
                  (i32.store (i32.sub (local.get $sp) (i32.const 4))
                    (i32.add
                      (i32.load (i32.sub (local.get $sp) (i32.const 4)))
                      (i32.load (local.get $sp))))
                  (br $next))
                (local.set $sp (i32.sub (local.get $sp) (i32.const 4)))
                (i32.store (i32.sub (local.get $sp) (i32.const 4))
                  (i32.sub
                    (i32.load (i32.sub (local.get $sp) (i32.const 4)))
                    (i32.load (local.get $sp))))
                (br $next))
              (local.set $sp (i32.sub (local.get $sp) (i32.const 4)))
              (i32.store (i32.sub (local.get $sp) (i32.const 4))
                (i32.mul
                  (i32.load (i32.sub (local.get $sp) (i32.const 4)))
                  (i32.load (local.get $sp))))
              (br $next))
            (i32.store (i32.sub (local.get $sp) (i32.const 4))
              (i32.shr_u
                (i32.load (i32.sub (local.get $sp) (i32.const 4)))
                (i32.const 1)))
            (br $next))
          (i32.store (i32.sub (local.get $sp) (i32.const 4))
            (i32.and
              (i32.load (i32.sub (local.get $sp) (i32.const 4)))
              (i32.const 1)))
          (br $next))
        (local.set $pc (i32.shl (local.get $a) (i32.const 1)))
        (br $next))
      (local.set $sp (i32.sub (local.get $sp) (i32.const 4)))
      (if (i32.eqz (i32.load (local.get $sp)))
        (then (local.set $pc (i32.shl (local.get $a) (i32.const 1)))))
      (br $next)))
  (func (export "run") (param $n i32) (result i64)
    (i32.store (i32.const 0) (local.get $n))
    (i32.store (i32.const 8) (i32.const 0))
    (call $execute)
    (i64.extend_i32_u (i32.load (i32.const 8)))))
