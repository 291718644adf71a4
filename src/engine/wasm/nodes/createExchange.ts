import type { Exchange } from './exchange';
import type { NodeLink } from './messages';
import { createPortExchange } from './portExchange';
import { createSharedExchange } from './sharedExchange';

/** The exchange of node number `self`. */
export function createExchange(link: NodeLink, self: number, nodes: number): Exchange {
  return link.kind === 'shared'
    ? createSharedExchange(link.buffer, self, nodes)
    : createPortExchange(self, link.ports);
}
