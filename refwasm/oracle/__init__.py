"""refwasm as a driver of the driver protocol: what every conforming engine must do, step by step."""
