// A driver for wazero: it answers the requests of docs/driver-protocol.md, one a line.
//
// wazero's interface passes numbers by their bits and references of the host's as pointers; refwasm sends
// vectors and all other references through wrapper modules.
package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const features = api.CoreFeaturesV2 | experimental.CoreFeaturesThreads | experimental.CoreFeaturesTailCall |
	experimental.CoreFeaturesExtendedConst | experimental.CoreFeaturesExceptionHandling |
	experimental.CoreFeaturesTypedFunctionReferences

type value struct {
	Type string  `json:"type"`
	Bits string  `json:"bits,omitempty"`
	Heap string  `json:"heap,omitempty"`
	Null bool    `json:"null,omitempty"`
	Host *uint64 `json:"host,omitempty"`
}

type request struct {
	ID       json.RawMessage `json:"id"`
	Do       string          `json:"do"`
	Module   string          `json:"module"`
	Wasm     []byte          `json:"wasm"` // base64
	Instance string          `json:"instance"`
	As       string          `json:"as"`
	Name     string          `json:"name"`
	Args     []value         `json:"args"`
	Offset   uint64          `json:"offset"`
	Length   *uint64         `json:"length"`
}

type answer = map[string]any

// Everything since the last reset.
type driver struct {
	runtime    wazero.Runtime
	modules    map[string]wazero.CompiledModule
	instances  map[string]api.Module
	registered map[string]api.Module
}

var ctx = context.Background()

func (d *driver) reset() {
	if d.runtime != nil {
		d.runtime.Close(ctx)
	}
	d.runtime = wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfig().WithCoreFeatures(features))
	d.modules = map[string]wazero.CompiledModule{}
	d.instances = map[string]api.Module{}
	d.registered = map[string]api.Module{}
}

func (d *driver) answer(r *request) answer {
	switch r.Do {
	case "hello":
		return answer{
			"outcome": "ok", "protocol": 1, "name": "wazero", "version": version(), "text": false,
			"passes": []string{"i32", "i64", "f32", "f64", "externref"},
			"can":    []string{"memory", "reset"},
		}
	case "reset":
		d.reset()
		return ok()
	case "module":
		if r.Wasm == nil {
			return failed("error", errors.New("there is no binary"))
		}
		module, err := d.runtime.CompileModule(ctx, r.Wasm)
		if err != nil {
			return failed("refused", err)
		}
		d.modules[r.Module] = module
		return ok()
	case "instantiate":
		return d.instantiate(r)
	}
	instance := d.instances[r.Instance]
	switch {
	case r.Do != "register" && r.Do != "invoke" && r.Do != "get" && r.Do != "memory":
		return failed("unsupported", fmt.Errorf("no request %q", r.Do))
	case instance == nil:
		return failed("error", fmt.Errorf("there is no instance %q", r.Instance))
	}
	switch r.Do {
	case "register":
		d.registered[r.As] = instance
		return ok()
	case "invoke":
		return invoke(instance.ExportedFunction(r.Name), r)
	case "get":
		global := instance.ExportedGlobal(r.Name)
		if global == nil {
			return failed("error", fmt.Errorf("no exported global %q", r.Name))
		}
		return returned([]api.ValueType{global.Type()}, []uint64{global.Get()})
	default:
		return memory(instance.ExportedMemory(r.Name), r)
	}
}

func (d *driver) instantiate(r *request) answer {
	module := d.modules[r.Module]
	if module == nil {
		return failed("error", fmt.Errorf("there is no module %q", r.Module))
	}
	resolve := func(name string) api.Module { return d.registered[name] }
	resolving := experimental.WithImportResolver(ctx, resolve)
	// Instances have no name in wazero, and no export of theirs runs by itself.
	config := wazero.NewModuleConfig().WithName("").WithStartFunctions()
	instance, err := d.runtime.InstantiateModule(resolving, module, config)
	if err != nil {
		return aborted(err, "unlinkable")
	}
	d.instances[r.Instance] = instance
	return ok()
}

func invoke(function api.Function, r *request) answer {
	if function == nil {
		return failed("error", fmt.Errorf("no exported function %q", r.Name))
	}
	args := make([]uint64, len(r.Args))
	for i, arg := range r.Args {
		bits, err := toNative(arg)
		if err != nil {
			return failed("error", err)
		}
		args[i] = bits
	}
	results, err := function.Call(ctx, args...)
	if err != nil {
		return aborted(err, "error")
	}
	return returned(function.Definition().ResultTypes(), results)
}

func memory(memory api.Memory, r *request) answer {
	if memory == nil {
		return failed("error", fmt.Errorf("no exported memory %q", r.Name))
	}
	bytes, _ := memory.Read(0, memory.Size())
	sum := sha256.Sum256(bytes)
	result := answer{"outcome": "ok", "pages": len(bytes) / 65536, "sha256": hex.EncodeToString(sum[:])}
	if r.Length != nil {
		end := min(r.Offset+*r.Length, uint64(len(bytes)))
		result["bytes"] = base64.StdEncoding.EncodeToString(bytes[min(r.Offset, end):end])
	}
	return result
}

// Values

var names = map[api.ValueType]string{
	api.ValueTypeI32: "i32", api.ValueTypeI64: "i64", api.ValueTypeF32: "f32", api.ValueTypeF64: "f64",
}

// A reference of the host's is its number and 1, since 0 is null.
func toNative(v value) (uint64, error) {
	switch {
	case v.Type != "ref":
		return strconv.ParseUint(strings.TrimPrefix(v.Bits, "0x"), 16, 64)
	case v.Null:
		return 0, nil
	case v.Host != nil:
		return *v.Host + 1, nil
	}
	return 0, errors.New("no such reference passes")
}

func returned(types []api.ValueType, results []uint64) answer {
	values := make([]value, len(types))
	for i, t := range types {
		bits := results[i]
		switch {
		case t == api.ValueTypeI32, t == api.ValueTypeF32:
			// What the upper half holds says nothing.
			values[i] = value{Type: names[t], Bits: "0x" + strconv.FormatUint(uint64(uint32(bits)), 16)}
		case t != api.ValueTypeExternref:
			values[i] = value{Type: names[t], Bits: "0x" + strconv.FormatUint(bits, 16)}
		case bits == 0:
			values[i] = value{Type: "ref", Heap: "extern", Null: true}
		default:
			host := bits - 1
			values[i] = value{Type: "ref", Heap: "extern", Host: &host}
		}
	}
	return answer{"outcome": "return", "values": values}
}

// Answers

func ok() answer { return answer{"outcome": "ok"} }

func failed(outcome string, err error) answer {
	return answer{"outcome": outcome, "text": err.Error()}
}

// How instantiation or execution ended that did not succeed, which wazero tells by words alone.
func aborted(err error, otherwise string) answer {
	text := err.Error()
	outcome := otherwise
	switch {
	case strings.Contains(text, "recovered by wazero"):
		panic(err) // a mistake of wazero's own
	case strings.Contains(text, "stack overflow"):
		outcome = "exhaustion"
	case strings.Contains(text, "uncaught exception"):
		outcome = "exception"
	case strings.Contains(text, "wasm error: "), strings.Contains(text, "out of bounds"):
		outcome = "trap"
	}
	_, cause, found := strings.Cut(text, "wasm error: ")
	if found {
		text, _, _ = strings.Cut(cause, "\n")
	}
	return failed(outcome, errors.New(text))
}

func version() string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == "github.com/tetratelabs/wazero" {
			return strings.TrimPrefix(module.Version, "v")
		}
	}
	return "unknown"
}

func main() {
	d := &driver{}
	d.reset()
	input := bufio.NewReader(os.Stdin)
	output := json.NewEncoder(os.Stdout)
	for {
		line, err := input.ReadBytes('\n')
		if err != nil {
			return
		}
		var r request
		var found answer
		if err := json.Unmarshal(line, &r); err != nil {
			found = failed("error", err)
		} else {
			found = d.answer(&r)
		}
		if r.ID != nil {
			found["id"] = r.ID
		}
		output.Encode(found)
	}
}
