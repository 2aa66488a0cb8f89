// What the chat pages share: `chat.sent` has what went out, `chat.receive` makes a message come in.
// The page is told how it looks by `render(message)`, which gives an element.
window.chat = {
  sent: [],
  events: [],
  setUp({ list, render, composer, history = [], onAppend }) {
    const append = (message) => {
      const stick = list.scrollHeight - list.clientHeight - list.scrollTop < 40;
      if (onAppend) onAppend(message);
      else list.append(render(message));
      const scroller = list.closest('.scroller');
      if (scroller && stick) scroller.scrollTop = scroller.scrollHeight;
    };
    const text = () => ('value' in composer ? composer.value : composer.innerText).trim();
    const clear = () => ('value' in composer ? (composer.value = '') : (composer.textContent = ''));
    chat.receive = (text, author = 'Sam') => append({ text, author, own: author === true });
    chat.send = () => {
      if (!text()) return;
      chat.sent.push(text());
      append({ text: text(), author: 'Robin', own: true });
      clear();
    };
    chat.text = text;
    for (const message of history) append(message);
    const scroller = list.closest('.scroller');
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  },
};
/** A harmless history, long enough to scroll. */
window.chat.homework = (count = 24, lines) => {
  const said = lines ?? ['did you finish the maths homework?', 'almost, number 4 is mean', 'same here', 'the bus was late again', 'lol', 'see you at practice tomorrow', 'can you bring the ball?', 'sure'];
  return Array.from({ length: count }, (_, index) => ({ text: `${said[index % said.length]}`, author: 'Sam', own: index % 2 === 1 }));
};
