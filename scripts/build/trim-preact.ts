import type { Plugin } from 'vite'

interface Trim {
  what: string
  /** As published in the version that the lock file names: names are the minified ones. */
  code: string
  instead: string
}

const TRIMS: readonly Trim[] = [
  {
    what: 'hydration: going on with what was kept',
    code: '128&u.__u&&(c=32&u.__u,s=u.__c.__z)&&(r.__u|=c,p=o=[],8==s.nodeType?l=B(s,o):o.push(s),l=o[0]||l),',
    instead: '',
  },
  {
    what: 'hydration: what it did not claim',
    code: 'p&&p.some(g),d.__h.length',
    instead: 'd.__h.length',
  },
  {
    what: 'hydration: ranges',
    code: 'if(e.length=v,r.__v=null,c||o)if(t&&t.then){if(r.__u|=128|c,o){for(~(T=o.indexOf(l||void 0))||(T=o.length);(N=o[T-1])&&8==N.nodeType;)T--;for(;T<o.length;T++)if(N=o[T])if(o[T]=null,O){if(N==P)break}else{if(8!=N.nodeType)break;N.data.startsWith("$s")&&(P=B(O=N))}}if(!O){for(;l&&8==l.nodeType&&l.nextSibling;)l=l.nextSibling;O=l}(s=B(O=r.__c.__z||(r.__c.__z=O)))?(r.__e=O,l=s):r.__e=l,l=l&&l.nextSibling}else o&&o.some(g);else r.__e=u.__e;r.__k||(r.__k=u.__k||[]),t&&t.then||D(r),',
    instead: 'e.length=v,r.__v=null,r.__e=u.__e;r.__k||(r.__k=u.__k||[]),D(r),',
  },
  {
    what: 'hydration: removing ranges',
    code: '!u&&(i=t.__c)&&(i=i.__z)&&(f=B(i,o=[]))&&(i==t.__e&&o.some(g),g(f),g(i)),u||',
    instead: 'u||',
  },
  {
    what: 'portals: content',
    code: 'M.__P&&(s=l,f=(t=M.__P).namespaceURI,c=o=null,u.props&&u.props.__P!=t&&(u.__k.some(function(n){n&&J(n,n)}),u.__k=null),l=u.__k?S(u,0):null),',
    instead: '',
  },
  { what: 'portals: cursor', code: 'M.__P&&(r.__e=null,l=s),', instead: '' },
  { what: 'portals: order', code: 'if(n.props.__P)return t;', instead: '' },
  { what: 'portals', code: '||n.props.__P?null', instead: '?null' },
  { what: 'portals', code: '&&n.__c&&!n.props.__P)', instead: '&&n.__c)' },
  { what: 'portals', code: '||u&&!t.props.__P)', instead: '||u)' },
  {
    what: 'contexts',
    code: 'j=(s=V.contextType)&&i[s.__c],L=s?j?j.props.value:s.__:i,',
    instead: '',
  },
  { what: 'contexts', code: 'j&&j.sub(d),', instead: '' },
  { what: 'contexts', code: 'd.getChildContext&&(i=_({},i,d.getChildContext())),', instead: '' },
  {
    what: 'derived state',
    code: 'V.getDerivedStateFromProps&&(d.__s==d.state&&(d.__s=_({},d.__s)),_(d.__s,V.getDerivedStateFromProps(M,d.__s)))',
    instead: '0',
  },
  {
    what: 'life cycle: updates',
    code: 'if(M!==k&&C&&!V.getDerivedStateFromProps&&d.componentWillReceiveProps&&d.componentWillReceiveProps(M,L),r.__v==u.__v&&!(8&d.__g)||!(4&d.__g)&&d.shouldComponentUpdate&&!1===d.shouldComponentUpdate(M,d.__s,L)){',
    instead: 'if(r.__v==u.__v&&!(8&d.__g)){',
  },
  {
    what: 'life cycle: updates',
    code: 'd.componentWillUpdate&&d.componentWillUpdate(M,d.__s,L),C&&d.componentDidUpdate&&d.__h.push(function(){d.componentDidUpdate(k,b,m)})}else C&&!V.getDerivedStateFromProps&&d.componentWillMount&&d.componentWillMount(),C&&d.componentDidMount&&d.__h.push(d.componentDidMount);',
    instead: '}',
  },
  {
    what: 'life cycle: snapshots',
    code: 'C&&u.__c&&d.getSnapshotBeforeUpdate&&(m=d.getSnapshotBeforeUpdate(k,b)),',
    instead: '',
  },
  {
    what: 'error boundaries',
    code: 'for(var i,o,e;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((e=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(n)),i.componentDidCatch&&(i.componentDidCatch(n,u||{}),e=1),e&&8&i.__g)return void(i.__g|=2)}catch(t){n=t}}throw f=0,n',
    instead: 'throw f=0,n',
  },
  {
    what: 'MathML',
    code: '("foreignObject"==C||"http://www.w3.org/1998/Math/MathML"==f&&v.test(C))&&(f="http://www.w3.org/1999/xhtml"),',
    instead: '',
  },
  {
    what: 'hydration: elements that are there; MathML',
    code: 'if("svg"==C?f="http://www.w3.org/2000/svg":"math"==C?f="http://www.w3.org/1998/Math/MathML":f||(f="http://www.w3.org/1999/xhtml"),o)for(s=0;s<o.length;s++)if((k=o[s])&&(C?k.localName==C:3==k.nodeType)){t=k,o[s]=null;break}if(!t)',
    instead: '"svg"==C?f="http://www.w3.org/2000/svg":f||(f="http://www.w3.org/1999/xhtml");if(!t)',
  },
  {
    // An element named "createTextNode" stands in the way of the document's.
    what: 'documents with clobbered names, and other documents',
    code: 'if(M=a.ownerDocument||document,!C)return M.createTextNode(x);t=M.createElementNS(f,C,x.is?x:a)',
    instead:
      'if(M=Document.prototype,!C)return M.createTextNode.call(document,x);t=M.createElementNS.call(document,f,C)',
  },
  {
    what: 'hydration: elements that are missing',
    code: ',l&&(n.__m&&n.__m(r,o),l=!1),o=null}',
    instead: '}',
  },
  {
    what: 'hydration: attributes',
    code: 'if(a="template"==C&&t.content||t,o="textarea"==C&&null!=x.defaultValue?null:o&&d.call(a.childNodes),!l&&o)for($={},s=0;s<t.attributes.length;s++)$[(k=t.attributes[s]).name]=k.value;for(s in $)',
    instead: 'a=t;for(s in $)',
  },
  {
    what: 'hydration: handlers',
    code: 'l&&"function"!=typeof k||$[s]===k||',
    instead: '$[s]===k||',
  },
  {
    what: 'hydration: children',
    code: 'o?o[0]:u.__k&&S(u,0),l,c),o&&o.some(g)),l&&"textarea"!=C||(s="value","progress"==C&&null==b?t.removeAttribute(s):null==b||b===t[s]&&("progress"!=C||b)||N(',
    instead: 'u.__k&&S(u,0),l,c)),(s="value",null==b||b===t[s]||N(',
  },
  { what: 'hydration: text', code: '$===x||l&&t.data==x||', instead: '$===x||' },
  { what: 'hydration: the container', code: 'i=(u=t&&32&t.__u)?null:r.__k', instead: 'i=r.__k' },
  {
    what: 'hydration: the container',
    code: 'i?null:r.firstChild?d.call(r.childNodes):null,f,i?i.__e:r.firstChild,u,o)',
    instead: 'null,f,i&&i.__e,0,o)',
  },
  {
    what: 'hydration: updates',
    code: '32&u.__u?[i]:null,f,i||S(u),32&u.__u,o)',
    instead: 'null,f,i||S(u),0,o)',
  },
  { what: 'markup as text', code: '"dangerouslySetInnerHTML"==s?y=k:', instead: '' },
  { what: 'markup as text', code: '"dangerouslySetInnerHTML"==s?h=k:', instead: '' },
  { what: 'markup as text', code: '(y&&(t.textContent=""),', instead: '(' },
  {
    what: 'xlink',
    code: 'if("http://www.w3.org/2000/svg"==i)t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if("width"!=t',
    instead: 'if("http://www.w3.org/2000/svg"!=i&&"width"!=t',
  },
  { what: 'hooks for plug-ins', code: 'return!o&&n.vnode&&n.vnode(e),e', instead: 'return e' },
  { what: 'hooks for plug-ins', code: 'n.vnode&&n.vnode(r),', instead: '' },
  { what: 'hooks for plug-ins', code: '(s=n.__b)&&s(r);', instead: '' },
  { what: 'hooks for plug-ins', code: 'H=n.__r,', instead: '' },
  { what: 'hooks for plug-ins', code: 'H&&H(r),', instead: '' },
  { what: 'hooks for plug-ins', code: 'return(s=n.diffed)&&s(r),l', instead: 'return l' },
  { what: 'hooks for plug-ins', code: 'n.unmount&&n.unmount(t),', instead: '' },
  { what: 'hooks for plug-ins', code: 'n.__c&&n.__c(r,t),', instead: '' },
  { what: 'hooks for plug-ins', code: 'n.__&&n.__(t,r),', instead: '' },
  { what: 'hooks for plug-ins', code: 'n.event?n.event(r):r', instead: 'r' },
  {
    what: 'comments among elements',
    code: 'for(t&&!t.parentNode&&(t=S(n))&&!t.parentNode&&(t=null),o=n.__e,e=t;e&&8==e.nodeType;)e=e.nextSibling;for(o!=e&&(!u&&r.moveBefore&&o.parentNode?r.moveBefore(o,t):r.insertBefore(o,t||null)),t=o;(t=t&&t.nextSibling)&&8==t.nodeType&&!t.data.startsWith("$s"););return t',
    instead:
      'return t&&!t.parentNode&&(t=S(n))&&!t.parentNode&&(t=null),(o=n.__e)!=t&&(!u&&r.moveBefore&&o.parentNode?r.moveBefore(o,t):r.insertBefore(o,t||null)),o.nextSibling',
  },
  {
    what: 'what waits for a draw: effects',
    code: 'd.__h.length&&e.push(d),l=S(u);break n',
    instead: 'l=S(u);break n',
  },
  {
    what: 'what waits for a draw: effects',
    code: 'd.__h.length&&e.push(d),1&d.__g',
    instead: '1&d.__g',
  },
  {
    what: 'what waits for a draw: effects',
    code: 'y.push.apply(d.__h,d.__k),d.__k=[],l=S(u)',
    instead: 'l=S(u)',
  },
  {
    what: 'what waits for a draw: effects',
    code: 'd.__g|=8,d.__h=[],d.__k=[])',
    instead: 'd.__g|=8)',
  },
  {
    what: 'what waits for a draw: effects',
    code: 't.some(function(r){try{t=r.__h,r.__h=[],t.some(function(n){n.call(r)})}catch(t){n.__e(t,r.__v)}})',
    instead: '',
  },
  {
    what: 'state set while drawing',
    code: 'q=C?25:0;do{d.__g&=-9,s=d.render(d.props,d.state=d.__s,d.context)}while(8&d.__g&&++q<25);C&&(y.push.apply(d.__h,d.__k),d.__k=[]),',
    instead: 'd.__g&=-9,s=d.render(d.props,d.state=d.__s,d.context),',
  },
  {
    what: 'state by function, callbacks',
    code: '"function"==typeof n&&(n=n(_({},r),this.props)),n&&(_(r,n),this.__v&&(t&&this.__k.push(t),L(this)))',
    instead: '_(r,n),this.__v&&L(this)',
  },
  {
    what: 'forced updates',
    code: 'x.prototype.forceUpdate=function(n){this.__v&&(this.__g|=4,n&&this.__h.push(n),L(this))},',
    instead: '',
  },
  {
    what: 'other schedulers',
    code: '&&i==n.debounceRendering||((i=n.debounceRendering)||queueMicrotask)(H)',
    instead: '||queueMicrotask(H)',
  },
  { what: 'other schedulers', code: '&&(i||queueMicrotask)(H)', instead: '&&queueMicrotask(H)' },
  {
    what: 'style as text',
    code: 'if("string"==typeof r)n.style.cssText=r;else{if("string"==typeof u&&(n.style.cssText=u=""),u)for',
    instead: '{if(u)for',
  },
  { what: 'captured events', code: 'f=t!=(t=t.replace(l,"$1")),', instead: '' },
  { what: 'captured events', code: 'l=/(PointerCapture)$|Capture$/i,', instead: '' },
  { what: 'error boundaries', code: '(r.__c=d,2&d.__g&&(d.__g|=1))', instead: 'r.__c=d' },
  { what: 'error boundaries', code: ',1&d.__g&&(d.__g&=-4)}catch', instead: '}catch' },
  { what: 'contexts', code: 'd.context=L,', instead: '' },
  {
    what: 'attributes that no view has',
    code: '"download"!=t&&"rowSpan"!=t&&"colSpan"!=t&&',
    instead: '',
  },
  { what: 'attributes that no view has', code: '&&"popover"!=t', instead: '' },
  { what: 'attributes that no view has', code: '"popover"==t&&1==r?"":r', instead: 'r' },
]

/**
 * Takes from preact what no view of ours uses: hydration, portals, contexts, the life cycle of
 * classes beside `setState`, error boundaries, MathML and the hooks of plug-ins. It spares a third
 * of it. A view that needs one of these again takes its lines out of the list.
 */
export function trimPreact(): Plugin {
  return {
    name: 'trim-preact',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code, id) {
        let rest = code
        for (const { what, code: cut, instead } of TRIMS) {
          const parts = rest.split(cut)
          if (parts.length !== 2) {
            return this.error(`${id} has changed (${what}): see scripts/build/trim-preact.ts.`)
          }
          rest = parts.join(instead)
        }
        return { code: rest, map: null }
      },
    },
  }
}
