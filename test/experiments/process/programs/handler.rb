trap("TERM") do
  puts "got TERM"
  $stdout.flush
  exit 0
end
puts "up"
$stdout.flush
loop { sleep 1 }
