;; Binaries that do not decode: header, sections, numbers, types, bodies, names; and odd ones that do.
;; `module binary` with every text that decoding gives.

;; The header.
(assert_malformed (module binary "") "unexpected end")
(assert_malformed (module binary "\00a") "unexpected end")
(assert_malformed (module binary "\00asm\01\00") "unexpected end")
(assert_malformed (module binary "asm\00\01\00\00\00") "magic header not detected")
(assert_malformed (module binary "\00ASM\01\00\00\00") "magic header not detected")
(assert_malformed (module binary "\7fELF\01\00\00\00") "magic header not detected")
(assert_malformed (module binary "\00asm\02\00\00\00") "unknown binary version")
(assert_malformed (module binary "\00asm\00\00\00\01") "unknown binary version")

;; Sections: id, order, size, repetition.
(assert_malformed (module binary "\00asm\01\00\00\00" "\0e\00") "malformed section id")
(assert_malformed (module binary "\00asm\01\00\00\00" "\ff\00") "malformed section id")
(assert_malformed (module binary "\00asm\01\00\00\00" "\01") "unexpected end")
(assert_malformed (module binary "\00asm\01\00\00\00" "\01\05\01\60\00") "length out of bounds")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\05\01\60\00\00"        ;; a type section of 5 bytes with 4 used
    "\00")
  "section size mismatch")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\05\03\02\00\01")          ;; two memories promised, one there
  "unexpected end of section or function")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00"        ;; types
    "\01\04\01\60\00\00")       ;; and once more
  "unexpected content after last section")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\05\03\01\00\01"           ;; a memory
    "\01\04\01\60\00\00")       ;; then types
  "unexpected content after last section")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00"        ;; one type
    "\03\02\01\00")             ;; a function without a body
  "function and code section have inconsistent lengths")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\0a\04\01\02\00\0b")       ;; a body without a function
  "function and code section have inconsistent lengths")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\0c\01\01")                ;; one segment counted, none there
  "data count and data section have inconsistent lengths")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\0c\01\00"                 ;; none counted
    "\0b\04\01\01\01a")         ;; one there
  "data count and data section have inconsistent lengths")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00" "\03\02\01\00" "\05\03\01\00\00"
    "\0a\0e\01\0c\00"
    "\41\00\41\00\41\00\fc\08\00\00" ;; memory.init without a data count
    "\0b"
    "\0b\03\01\01\00")
  "data count section required")

;; Variable-length numbers: at most as many bytes and bits as the type has.
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\05\08\01\00\80\80\80\80\80\80\80\80\80\80\00") ;; eleven bytes for 64 bits
  "integer representation too long")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\03\06\80\80\80\80\80\00") ;; six bytes for a count
  "integer representation too long")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\03\05\80\80\80\80\10")    ;; bit 33 of a count
  "integer too large")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\06\0a\01\7f\00"           ;; global i32
    "\41\80\80\80\80\70"        ;; i32.const whose sign bits disagree
    "\0b")
  "integer too large")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\06\0b\01\7f\00"
    "\41\80\80\80\80\80\00"     ;; i32.const of six bytes
    "\0b")
  "integer representation too long")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\06\0f\01\7e\00"
    "\42\ff\ff\ff\ff\ff\ff\ff\ff\ff\7e" ;; i64.const whose sign bits disagree
    "\0b")
  "integer too large")

;; Types.
(assert_malformed (module binary "\00asm\01\00\00\00" "\04\04\01\7e\00\00") "malformed reference type")
(assert_malformed (module binary "\00asm\01\00\00\00" "\04\04\01\70\08\00") "malformed limits flags")
(assert_malformed (module binary "\00asm\01\00\00\00" "\05\03\01\08\01") "malformed limits flags")
(assert_malformed (module binary "\00asm\01\00\00\00" "\06\06\01\7f\02\41\00\0b") "malformed mutability")
(assert_malformed (module binary "\00asm\01\00\00\00" "\01\04\01\5e\7f\04") "malformed mutability")
(assert_malformed (module binary "\00asm\01\00\00\00" "\02\06\01\01a\01b\05") "malformed import kind")
(assert_malformed (module binary "\00asm\01\00\00\00" "\02\07\01\01a\01b\80\00") "malformed import kind")

;; Names are UTF-8: neither cut off, nor overlong, nor surrogates, nor beyond U+10FFFF.
(assert_malformed (module binary "\00asm\01\00\00\00" "\00\02\01\80") "malformed UTF-8 encoding")
(assert_malformed (module binary "\00asm\01\00\00\00" "\00\03\02\c3\28") "malformed UTF-8 encoding")
(assert_malformed (module binary "\00asm\01\00\00\00" "\00\03\02\c1\81") "malformed UTF-8 encoding")
(assert_malformed (module binary "\00asm\01\00\00\00" "\00\04\03\ed\a0\80") "malformed UTF-8 encoding")
(assert_malformed (module binary "\00asm\01\00\00\00" "\00\05\04\f4\90\80\80") "malformed UTF-8 encoding")
(assert_malformed (module binary "\00asm\01\00\00\00" "\00\03\02\e2\98") "malformed UTF-8 encoding")
(assert_malformed (module binary "\00asm\01\00\00\00" "\02\07\01\01\ff\01b\00\00") "malformed UTF-8 encoding")
(assert_malformed (module binary "\00asm\01\00\00\00" "\05\03\01\00\00" "\07\05\01\01\fe\02\00") "malformed UTF-8 encoding")
(assert_malformed (module binary "\00asm\01\00\00\00" "\00\02\09x") "length out of bounds")
(assert_malformed (module binary "\00asm\01\00\00\00" "\00\00") "unexpected end")

;; Bodies.
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00" "\03\02\01\00"
    "\0a\04\01\02\00\ff")       ;; no such instruction
  "illegal opcode ff")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00" "\03\02\01\00"
    "\0a\07\01\05\00\fc\ff\01\0b") ;; nor with a prefix
  "illegal opcode")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00" "\03\02\01\00"
    "\0a\05\01\03\00\27\0b")    ;; nobody has 27
  "illegal opcode")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00" "\03\02\01\00"
    "\0a\06\01\04\00\01\05\0b") ;; an else where the end should be
  "END opcode expected")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00" "\03\02\01\00"
    "\0a\06\01\04\00\02\40\0b") ;; a block that is not closed
  "unexpected end")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00" "\03\02\01\00"
    "\0a\06\01\04\00\0b\01\0b") ;; instructions after the end
  "section size mismatch")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00" "\03\02\01\00"
    "\0a\10\01\0e\02"
    "\ff\ff\ff\ff\0f\7f"        ;; 2**32 - 1 locals
    "\81\80\80\80\00\7e"        ;; and one more
    "\0b")
  "too many locals")
(assert_malformed
  (module binary "\00asm\01\00\00\00"
    "\01\04\01\60\00\00" "\03\02\01\00" "\05\03\01\00\01"
    "\0a\0b\01\09\00"
    "\41\00\28\80\01\00"        ;; i32.load aligned to 2**128
    "\1a\0b")
  "malformed memop flags")

;; Unusual but well-formed: numbers longer than needed, custom sections anywhere, empty sections.
(module binary "\00asm\01\00\00\00")
(module binary "\00asm\01\00\00\00"
  "\00\05\01xabc" "\01\85\80\80\80\00\81\00\60\00\00" "\00\01\00"
  "\03\02\01\00" "\00\04\03\e2\98\83" "\0a\04\01\02\00\0b" "\00\01\00")
(module binary "\00asm\01\00\00\00"
  "\01\01\00" "\02\01\00" "\03\01\00" "\04\01\00" "\05\01\00" "\0d\01\00" "\06\01\00"
  "\07\01\00" "\09\01\00" "\0c\01\00" "\0a\01\00" "\0b\01\00")
(module binary "\00asm\01\00\00\00"
  "\00\09\04name\00\02\01m"     ;; a name section
  "\00\07\04name\00\ff")        ;; a broken one, which is ignored
(module binary "\00asm\01\00\00\00"
  "\01\06\01\60\01\7f\01\7f"    ;; (func (param i32) (result i32))
  "\03\02\01\00"
  "\07\05\01\01f\00\00"         ;; exported as f
  "\0a\17\01\15\03\00\7f\02\7e\80\00\70" ;; locals in three runs, one of none
  "\20\00\41\ff\ff\ff\ff\7f\6a\01\01\01\0b")
(assert_return (invoke "f" (i32.const 5)) (i32.const 4))
