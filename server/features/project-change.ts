/** hashiya/plan and hashiya/carryOut: one change of the annotations in all articles of a project, after a look at it. */
import { onLongRequest } from '../long-work.ts';
import { carryOut } from '../project-change/carry-out.ts';
import { plan } from '../project-change/plan.ts';
import { CARRY_OUT_REQUEST, PLAN_REQUEST } from '../protocol.ts';
import type { CarryOutParams, PlanParams } from '../protocol.ts';
import type { Feature } from '../server-context.ts';

/** The two requests: a look at the places, and the change of those that were chosen. */
export const changingProjects: Feature = {
  capabilities: () => ({}),
  register(server) {
    onLongRequest(
      server,
      PLAN_REQUEST,
      () => '',
      (params: PlanParams, work) => plan(server, params, work),
    );
    onLongRequest(
      server,
      CARRY_OUT_REQUEST,
      () => '',
      (params: CarryOutParams, work) => carryOut(server, params, work),
    );
  },
};
