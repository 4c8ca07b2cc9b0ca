import { Tinypool } from 'tinypool';
import type { Plan } from '../../program/plan.ts';
import type { Behaviour } from '../../simulation/behaviour.ts';
import { compileKernel, type KernelRun } from '../../simulation/kernel/compile-kernel.ts';

const { plan, behaviour } = Tinypool.workerData as { plan: Plan; behaviour: Behaviour };
const kernel = compileKernel(plan, behaviour);

/** Simulates one shard in a worker of the pool; the kernel is compiled once for each worker. */
export function simulateShard(run: KernelRun) {
  if (!kernel.accepted) throw new Error(kernel.refusals.map(({ message }) => message).join('; '));
  return kernel.run(run);
}
