// How does a program in Go get a proposal, and the reasons for one child? propose POLICY TABLE=FILE... [--explain CHILD]
//
// Prints the proposal as JSON or, with --explain, lists to read and all about one child; or every fault of the input.
package main

// #cgo pkg-config: befriend
// #include <befriend/befriend.h>
import "C"

import (
	"log"
	"os"
	"strings"
	"unsafe"
)

// An Error holds every fault that befriend found.
type Error struct {
	Status int
	Faults []string
}

func (e *Error) Error() string { return strings.Join(e.Faults, "\n") }

// failure turns the status of a call, and what it found, into an error or nil.
func failure(status C.befriend_status, found **C.befriend_error) error {
	if status == C.BEFRIEND_OK {
		return nil
	}
	defer C.befriend_error_free(*found)
	e := &Error{Status: int(status)}
	for i := C.size_t(0); i < C.befriend_error_count(*found); i++ {
		e.Faults = append(e.Faults, C.GoString(C.befriend_error_message(*found, i)))
	}
	return e
}

// chars gives C a text to look at during one call; with one byte more, so that an empty text has an address too.
func chars(text []byte) (*C.char, C.size_t) {
	return (*C.char)(unsafe.Pointer(&append(text, 0)[0])), C.size_t(len(text))
}

var tables = map[string]C.befriend_table{
	"children": C.BEFRIEND_CHILDREN, "volunteers": C.BEFRIEND_VOLUNTEERS, "coordinators": C.BEFRIEND_COORDINATORS,
	"existing": C.BEFRIEND_EXISTING, "pins": C.BEFRIEND_PINS, "blocks": C.BEFRIEND_BLOCKS,
	"earlier": C.BEFRIEND_EARLIER,
}

// A Round is a waiting list with its volunteers under a policy. One goroutine at a time may use it.
type Round struct{ handle *C.befriend_round }

func NewRound(toml []byte) (*Round, error) {
	var policy *C.befriend_policy
	var found *C.befriend_error
	text, size := chars(toml)
	if err := failure(C.befriend_policy_parse(text, size, &policy, &found), &found); err != nil {
		return nil, err
	}
	defer C.befriend_policy_free(policy) // the round keeps what it needs
	round := &Round{}
	return round, failure(C.befriend_round_new(policy, &round.handle, &found), &found)
}

func (r *Round) Close() { C.befriend_round_free(r.handle) }

func (r *Round) Add(table string, json []byte) (*Round, error) {
	var found *C.befriend_error
	text, size := chars(json)
	return r, failure(C.befriend_round_add_json(r.handle, tables[table], text, size, &found), &found)
}

func (r *Round) Propose() (*Proposal, error) {
	var found *C.befriend_error
	proposal := &Proposal{}
	return proposal, failure(C.befriend_propose(r.handle, nil, nil, nil, &proposal.handle, &found), &found)
}

// A Proposal says whom befriend suggests, who keeps waiting, and why. It may be shared.
type Proposal struct{ handle *C.befriend_proposal }

func (p *Proposal) Close() { C.befriend_proposal_free(p.handle) }

func (p *Proposal) JSON() ([]byte, error) {
	return text(func(buffer *C.char, cap C.size_t, needed *C.size_t, found **C.befriend_error) C.befriend_status {
		return C.befriend_proposal_get_json(p.handle, C.BEFRIEND_PART_PROPOSAL, buffer, cap, needed, found)
	})
}

func (p *Proposal) Report() ([]byte, error) {
	return text(func(buffer *C.char, cap C.size_t, needed *C.size_t, found **C.befriend_error) C.befriend_status {
		return C.befriend_proposal_get_report(p.handle, C.BEFRIEND_REPORT_TEXT, buffer, cap, needed, found)
	})
}

func (p *Proposal) Explain(child string) ([]byte, error) {
	id, size := chars([]byte(child))
	return text(func(buffer *C.char, cap C.size_t, needed *C.size_t, found **C.befriend_error) C.befriend_status {
		return C.befriend_proposal_explain_child(p.handle, id, size, buffer, cap, needed, found)
	})
}

// text asks for the size of a text, then for the text.
func text(get func(*C.char, C.size_t, *C.size_t, **C.befriend_error) C.befriend_status) ([]byte, error) {
	var needed C.size_t
	var found *C.befriend_error
	if err := failure(get(nil, 0, &needed, &found), &found); err != nil {
		return nil, err
	}
	buffer := make([]byte, needed)
	err := failure(get((*C.char)(unsafe.Pointer(&buffer[0])), needed, &needed, &found), &found)
	return buffer[:len(buffer)-1], err // without the NUL at its end
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func main() {
	log.SetFlags(0)
	if got := C.befriend_abi_version(); got != C.BEFRIEND_ABI_VERSION {
		log.Fatalf("libbefriend has ABI version %d, this program is for %d", got, C.BEFRIEND_ABI_VERSION)
	}
	arguments, child := os.Args[1:], ""
	if n := len(arguments); n > 2 && arguments[n-2] == "--explain" {
		arguments, child = arguments[:n-2], arguments[n-1]
	}
	if len(arguments) == 0 {
		log.Fatal("usage: propose POLICY TABLE=FILE... [--explain CHILD]")
	}
	round := must(NewRound(must(os.ReadFile(arguments[0]))))
	defer round.Close()
	for _, argument := range arguments[1:] {
		table, file, ok := strings.Cut(argument, "=")
		if !ok {
			log.Fatalf("%s: not of the form TABLE=FILE", argument)
		}
		must(round.Add(table, must(os.ReadFile(file))))
	}
	proposal := must(round.Propose())
	defer proposal.Close()
	output := must(proposal.JSON())
	if child != "" {
		output = append(must(proposal.Report()), must(proposal.Explain(child))...)
	}
	must(os.Stdout.Write(output))
}
