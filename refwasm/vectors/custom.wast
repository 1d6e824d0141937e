;; Annotations that stand for custom sections: placed, named, filled, or misplaced; branch hints.
;; @custom, @name, @metadata.code.branch_hint; every text of assert_malformed_custom and assert_invalid_custom.

(module (@custom "empty"))
(module
  (@custom "first" (before first) "1" "2\00\ff")
  (type (func))
  (@custom "types" (before type))
  (@custom "types" (after type) "once more")
  (func (type 0))
  (@custom "\e2\98\83" (after func))
  (@custom "code" (before code) "x")
  (@custom "last" (after last) "end"))
(module $id (@name "a name, not an identifier"))
(module
  (func (export "hinted") (param i32) (result i32)
    (block
      (local.get 0)
      (@metadata.code.branch_hint "\01") br_if 0
      (return (i32.const 1)))
    (local.get 0)
    (@metadata.code.branch_hint "\00")
    if (result i32)
      i32.const 2
    else
      i32.const 3
    end))
(assert_return (invoke "hinted" (i32.const 0)) (i32.const 1))
(assert_return (invoke "hinted" (i32.const 1)) (i32.const 2))

;; A section without a name, or with a broken one.
(assert_malformed_custom (module quote "(@custom)") "@custom annotation: missing section name")
(assert_malformed_custom (module quote "(@custom name)") "@custom annotation: missing section name")
(assert_malformed_custom (module quote "(@custom (before first) \"x\")") "@custom annotation: missing section name")
(assert_malformed_custom (module quote "(@custom \"\\ff\")") "@custom annotation: malformed UTF-8 encoding")

;; In no place, or at no section; with something that is no string.
(assert_malformed_custom (module quote "(@custom \"x\" (first))") "@custom annotation: malformed placement")
(assert_malformed_custom (module quote "(@custom \"x\" (within code))") "@custom annotation: malformed placement")
(assert_malformed_custom (module quote "(@custom \"x\" (after functions))") "@custom annotation: malformed section kind")
(assert_malformed_custom (module quote "(@custom \"x\" (before))") "@custom annotation: malformed section kind")
(assert_malformed_custom (module quote "(@custom \"x\" \"data\" 1)") "@custom annotation: unexpected token")
(assert_malformed_custom (module quote "(@custom \"x\" (before type) data)") "@custom annotation: unexpected token")

;; Elsewhere than between the fields of a module.
(assert_malformed_custom (module quote "(func (@custom \"x\"))") "misplaced @custom annotation")
(assert_malformed_custom (module quote "(type (func (@custom \"x\") (param i32)))") "misplaced @custom annotation")
(assert_malformed_custom (module quote "(module (func) (@name \"late\"))") "misplaced @name annotation")
(assert_malformed_custom (module quote "(module (@name \"one\") (@name \"two\"))") "@name annotation: multiple module")

;; Hints: one per branch, inside a function, on a branch.
(assert_malformed_custom
  (module quote
    "(func (i32.const 0)"
    "  (@metadata.code.branch_hint \"\\00\") (@metadata.code.branch_hint \"\\00\")"
    "  if end)")
  "@metadata.code.branch_hint annotation: duplicate annotation")
(assert_malformed_custom
  (module quote "(module (@metadata.code.branch_hint \"\\00\") (func))")
  "@metadata.code.branch_hint annotation: not in a function")
(assert_invalid_custom
  (module (func (@metadata.code.branch_hint "\00") (nop)))
  "@metadata.code.branch_hint annotation: invalid target")
