import { minorOf, type ToolchainId } from '../../versions/index.ts';

/**
 * A module that uses what breaks when a toolchain is damaged: the compiler, the linker, the standard library,
 * goroutines and the test runner. `nonce`, which its program prints, makes it new to the compile cache, so that it is
 * really compiled. Written for Go 1.11, the first with modules. Pure.
 */
export function smokeModule(version: string, nonce: string): Record<string, string> {
  return {
    'go.mod': `module example.com/smoke\n\ngo ${minorOf(version).replace(/^go/, '')}\n`,
    'main.go': `package main

import (
	"fmt"
	"strings"
	"sync"
)

const nonce = "${nonce}"

func collect(words []string) string {
	var wait sync.WaitGroup
	found := make([]string, len(words))
	for i, word := range words {
		i, word := i, word
		wait.Add(1)
		go func() {
			defer wait.Done()
			found[i] = word
		}()
	}
	wait.Wait()
	return strings.Join(found, "-")
}

func main() { fmt.Println(collect(strings.Split(nonce, "-"))) }
`,
    'main_test.go': `package main

import (
	"strings"
	"testing"
)

func TestCollect(t *testing.T) {
	if got := collect(strings.Split(nonce, "-")); got != nonce {
		t.Fatalf("got %s, want %s", got, nonce)
	}
}
`,
  };
}

/**
 * Whether the race detector works for this target (https://go.dev/doc/articles/race_detector#Requirements), among those
 * that Burrow runs on.
 */
export function hasRaceDetector({ os, arch }: Pick<ToolchainId, 'os' | 'arch'>): boolean {
  if (os === 'windows') return arch === 'amd64';
  return (os === 'linux' || os === 'darwin') && (arch === 'amd64' || arch === 'arm64');
}
