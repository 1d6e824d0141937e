;; Binary trees, as structures that are collected: for each number i below n a tree of i modulo 8
;; levels of branches, whose leaves hold i; the sum of all leaves.
(module
  (rec
    (type $tree (sub (struct)))
    (type $leaf (sub final $tree (struct (field $value i32))))
    (type $node (sub final $tree
      (struct (field $left (ref $tree)) (field $right (ref $tree))))))
  (func $plant (param $levels i32) (param $value i32) (result (ref $tree))
    (if (result (ref $tree)) (i32.eqz (local.get $levels))
      (then (struct.new $leaf (local.get $value)))
      (else
        (struct.new $node
          (call $plant (i32.sub (local.get $levels) (i32.const 1)) (local.get $value))
          (call $plant (i32.sub (local.get $levels) (i32.const 1)) (local.get $value))))))
  (func $sum (param $tree (ref $tree)) (result i64)
    (local $node (ref $node))
    (block $leaf (result (ref $tree))
      (local.set $node
        (br_on_cast_fail $leaf (ref $tree) (ref $node) (local.get $tree)))
      (return
        (i64.add
          (call $sum (struct.get $node $left (local.get $node)))
          (call $sum (struct.get $node $right (local.get $node))))))
    (i64.extend_i32_u (struct.get $leaf $value (ref.cast (ref $leaf)))))
  (func (export "run") (param $n i32) (result i64)
    (local $i i32) (local $sum i64)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (local.set $sum
          (i64.add (local.get $sum)
            (call $sum
              (call $plant (i32.and (local.get $i) (i32.const 7)) (local.get $i)))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $sum)))
