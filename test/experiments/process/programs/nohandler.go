package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("up")
	for {
		time.Sleep(time.Second)
	}
}
