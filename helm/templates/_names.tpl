{{- /* The beginning of all names: at most 40 characters, so that no name grows beyond DNS's 63. */ -}}
{{- define "handbell.fullname" -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- $full := ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) -}}
{{- default $full .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- /* The services as a list of scopes: root, key (case), service (case-service), name, facts, values. */ -}}
{{- define "handbell.scopes" -}}
{{- include "handbell.check" . -}}
{{- $facts := .Files.Get "files/services.yaml" | fromYaml -}}
{{- $scopes := list -}}
{{- range $key := list "case" "ingest" "analysis" "notification" -}}
{{- $service := printf "%s-service" $key -}}
{{- $scopes = append $scopes (dict "key" $key "service" $service "name" (printf "%s-%s" (include "handbell.fullname" $) $service) "facts" (index $facts $key) "values" (index $.Values $key)) -}}
{{- end -}}
{{- dict "scopes" $scopes | toJson -}}
{{- end -}}

{{- define "handbell.selector" -}}
app.kubernetes.io/name: handbell
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .service }}
{{- end -}}

{{- define "handbell.labels" -}}
{{ include "handbell.selector" . }}
app.kubernetes.io/part-of: handbell
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "handbell.image" -}}
{{- $image := .root.Values.image -}}
{{- $path := printf "%s/%s" $image.repository .service | trimPrefix "/" -}}
{{- if $image.registry }}{{ $path = printf "%s/%s" $image.registry $path }}{{ end -}}
{{- if .values.imageDigest -}}
{{ printf "%s@%s" $path .values.imageDigest }}
{{- else -}}
{{ printf "%s:%s" $path (default .root.Chart.AppVersion $image.tag) }}
{{- end -}}
{{- end -}}

{{- /* A user of the broker; the secret of one that Strimzi makes has the user's name. */ -}}
{{- define "handbell.kafkaUser" -}}
{{- default .name (index .root.Values.kafka.users .key).name -}}
{{- end -}}

{{- define "handbell.kafkaSecret" -}}
{{- $given := (index .root.Values.kafka.users .key).existingSecret -}}
{{- if $given -}}
{{ $given }}
{{- else if .root.Values.kafka.strimzi.users -}}
{{ include "handbell.kafkaUser" . }}
{{- else -}}
{{ fail (printf "kafka.users.%s.existingSecret: name the secret of this user, since kafka.authentication is %s" .key .root.Values.kafka.authentication) }}
{{- end -}}
{{- end -}}

{{- /* Host at which hubs call back; empty where ingest is pushed to by nobody. */ -}}
{{- define "handbell.pushHost" -}}
{{- (urlParse (toString (dig "websub" "callback" "" .Values.ingest.settings))).hostname -}}
{{- end -}}

{{- define "handbell.consoleHost" -}}
{{- (urlParse .Values.consoleUrl).hostname -}}
{{- end -}}
