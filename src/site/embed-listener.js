// Makes each frame as tall as what Plimsoll shows in it.
addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'plimsoll:height') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = String(data.height);
});
