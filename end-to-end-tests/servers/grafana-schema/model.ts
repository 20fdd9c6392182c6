// A dashboard as Grafana publishes it: the dashboard and the options of each kind of panel from
// Grafana's schema, the queries and the units from Grafana's SDK. Written out for the kinds that
// the dashboards use; another kind does not compile until it is added here.
import type * as common from '@grafana/schema';
import type { Dashboard, FieldConfig, FieldConfigSource, Panel, RowPanel } from '@grafana/schema/dist/esm/raw/dashboard/x/Dashboard_types.gen';
import type * as barGauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type * as heatmap from '@grafana/schema/dist/esm/raw/composable/heatmap/panelcfg/x/HeatmapPanelCfg_types.gen';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as timeSeries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import type * as units from '@grafana/grafana-foundation-sdk/units';

// JSON has the words of an enumeration, not its members.
type Written<T> = T extends string
  ? `${T}`
  : T extends (...args: never[]) => unknown
    ? never
    : T extends object
      ? { [K in keyof T]: Written<T[K]> }
      : T;

type Unit = (typeof units)[keyof typeof units];
type Query = Omit<Dataquery, '_implementsDataqueryVariant'>;
type Fields<Custom> = Omit<FieldConfigSource, 'defaults'> & {
  defaults: Omit<FieldConfig, 'custom' | 'unit'> & { unit: Unit; custom?: Partial<Custom> };
};
type Drawn<Type, Options, Custom> = Omit<Panel, 'type' | 'options' | 'fieldConfig' | 'targets'> & {
  type: Type;
  options: Options;
  fieldConfig: Fields<Custom>;
  targets: Query[];
};
type AnyPanel =
  | Drawn<'bargauge', barGauge.Options, Record<string, never>>
  | Drawn<'heatmap', heatmap.Options, heatmap.FieldConfig>
  | Drawn<'stat', stat.Options, Record<string, never>>
  | Drawn<'table', table.Options, common.TableFieldOptions>
  | Drawn<'timeseries', timeSeries.Options, timeSeries.FieldConfig>
  | RowPanel;

export type Published = Written<Omit<Dashboard, 'panels'> & { panels: AnyPanel[] }>;
