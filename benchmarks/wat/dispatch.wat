;; Calls through a table: the value v, begun at 1, becomes f(v, i) for each i below n, where f is the
;; function at v modulo 8.
(module
  (type $step (func (param $v i32) (param $i i32) (result i32)))
  (table 8 funcref)
  (elem (i32.const 0) func $add $sub $xor $mul $and $or $rotate $square)
  (func $add (type $step) (i32.add (local.get 0) (local.get 1)))
  (func $sub (type $step) (i32.sub (local.get 1) (local.get 0)))
  (func $xor (type $step) (i32.xor (local.get 0) (i32.const 0x5bd1e995)))
  (func $mul (type $step) (i32.mul (local.get 0) (i32.const 0x01000193)))
  (func $and (type $step) (i32.add (i32.and (local.get 0) (i32.const 0xffff)) (local.get 1)))
  (func $or (type $step) (i32.sub (i32.or (local.get 0) (local.get 1)) (i32.const 1)))
  (func $rotate (type $step) (i32.rotl (local.get 0) (i32.const 5)))
  (func $square (type $step)
    (i32.add (i32.mul (local.get 0) (local.get 0)) (local.get 1)))
  (func (export "run") (param $n i32) (result i64)
    (local $v i32) (local $i i32)
    (local.set $v (i32.const 1))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (local.set $v
          (call_indirect (type $step)
            (local.get $v) (local.get $i) (i32.and (local.get $v) (i32.const 7))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (i64.extend_i32_u (local.get $v))))
