"""The shipped vectors whose values are computed: plain mathematics in, `.wast` scripts out.

Ints and fractions alone: nothing here imports refwasm, so that agreement with it means something.
"""
