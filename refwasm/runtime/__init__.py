"""Runtime structures: values, the store and its instances, instantiation."""
